import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly shown?: ReactNode;
}

interface ComboboxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly options: readonly Option[];
  /** Enter on an option, or a click on it; null: Enter on what is typed. */
  readonly onChoose: (option: Option | null) => void;
  readonly onEscape?: () => void;
  readonly onBackspaceInEmpty?: () => void;
  /** The first option is chosen by Enter without moving to it. */
  readonly firstIsChosen?: boolean;
  readonly className: string;
  readonly inputId?: string;
  readonly children?: ReactNode;
}

/** A text field with a list of suggestions, after the combobox pattern of the ARIA Authoring Practices (list autocomplete). */
export function Combobox(props: ComboboxProps) {
  const { label, placeholder, value, onInput, options, onChoose, firstIsChosen = false, className } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const start = firstIsChosen ? 0 : -1;
  const current = Math.min(Math.max(at, start), options.length - 1);
  const shown = (open || firstIsChosen) && options.length > 0;

  const choose = (option: Option | null): void => {
    setAt(-1);
    setOpen(false);
    onChoose(option);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const down = event.key === 'ArrowDown';
        setOpen(true);
        setAt(down ? Math.min(current + 1, options.length - 1) : Math.max(current - 1, start));
        return;
      }
      case 'Enter':
        if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        choose(shown ? (options[current] ?? null) : null);
        return;
      case 'Escape':
        if (open && !firstIsChosen && value !== '') {
          event.stopPropagation();
          setOpen(false);
          setAt(-1);
        }
        props.onEscape?.();
        return;
      case 'Backspace':
        // A key that is held emptied the field, and is to do no more.
        if (value === '' && !event.repeat) props.onBackspaceInEmpty?.();
    }
  };

  return (
    <div className={`combobox ${className}`}>
      {props.children}
      <input
        id={props.inputId}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(shown && current >= 0 && { 'aria-activedescendant': `${id}-${current}` })}
        placeholder={placeholder}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setOpen(true);
          setAt(-1);
          onInput(event.target.value);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={label} hidden={!shown} className="combobox-list">
        {shown &&
          options.map((option, index) => (
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              ref={index === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              {option.shown ?? option.text}
            </div>
          ))}
      </div>
    </div>
  );
}
