import { type ReactNode, useId } from 'react';
import './fields.css';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly {
    readonly value: V;
    readonly name: string;
    readonly hint?: string;
    readonly picture?: ReactNode;
  }[];
  readonly onChange: (value: V) => void;
  /** `cards`: one large box for each option. */
  readonly look?: 'segments' | 'cards';
}

/** A radio group; the browser's own keys move in it. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
  look = 'segments',
}: ChoiceProps<V>) {
  const id = useId();
  return (
    <div className="field">
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <div role="radiogroup" aria-labelledby={`${id}-label`} className={`choice ${look}`}>
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'chosen' : ''}>
            <input
              type="radio"
              className="choice-input"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-label={option.name}
              {...(option.hint && { 'aria-description': option.hint })}
            />
            {option.picture}
            <span className="choice-name">{option.name}</span>
            {option.hint && <span className="choice-hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  /** What is said beside a suggestion. */
  readonly noteOn?: (suggestion: string) => string;
  readonly type?: 'text' | 'date' | 'password';
  readonly maxLength?: number;
  readonly disabled?: boolean;
  readonly hint?: string;
  /** What is wrong with what was typed. */
  readonly problem?: string;
}

/** A line of text with its name above it. */
export function TextField({
  label,
  value,
  onChange,
  placeholder,
  suggestions,
  noteOn,
  type = 'text',
  maxLength,
  disabled = false,
  hint,
  problem,
}: TextFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="text-input"
        type={type}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        disabled={disabled}
        autoComplete={type === 'password' ? 'new-password' : undefined}
        list={suggestions ? `${id}-list` : undefined}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} label={noteOn?.(suggestion)} />
          ))}
        </datalist>
      )}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
