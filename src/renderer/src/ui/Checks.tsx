import { useId } from 'react';
import { Check } from './Check';

interface ChecksProps<V extends string> {
  readonly label: string;
  readonly chosen: readonly V[];
  readonly options: readonly { readonly value: V; readonly name: string }[];
  readonly onChange: (chosen: readonly V[]) => void;
}

/** Things of which any number can be chosen. What is chosen and no option stays chosen. */
export function Checks<V extends string>({ label, chosen, options, onChange }: ChecksProps<V>) {
  const id = useId();
  const toggled = (value: V, isChosen: boolean): readonly V[] =>
    isChosen ? [...chosen, value] : chosen.filter((each) => each !== value);
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      <fieldset aria-labelledby={id} className="checks">
        {options.map(({ value, name }) => (
          <Check
            key={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={(isChosen) => onChange(toggled(value, isChosen))}
          />
        ))}
      </fieldset>
    </div>
  );
}
