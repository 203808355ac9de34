import type { ComponentProps, ReactNode } from 'react';
import './button.css';

type ButtonProps = ComponentProps<'button'> & {
  readonly icon?: ReactNode;
  /** `primary`: the one thing to do here; `plain`: no edge until it is pointed at. */
  readonly look?: 'primary' | 'normal' | 'plain';
};

export function Button({ icon, look = 'normal', children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${look} ${className}`} {...rest}>
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  readonly label: string;
  readonly icon: ReactNode;
  readonly look?: 'primary' | 'plain';
};

/** A button that shows an icon; its name is read aloud and shown when it is pointed at. */
export function IconButton({ label, icon, look = 'plain', className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${look} ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      {icon}
    </button>
  );
}
