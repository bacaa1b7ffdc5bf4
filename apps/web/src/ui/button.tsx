import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
  /** Work is under way: the button keeps its place and focus, and a second press does nothing. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export const Button = ({
  look = 'plain',
  size = 'normal',
  icon,
  busy = false,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={busy ? 'button' : type}
    aria-disabled={busy || undefined}
    onClick={busy ? undefined : onClick}
    className={classNames(styles.button, styles[look], size === 'small' && styles.small, className)}
  >
    {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} size={16} />}
    {children}
  </button>
);

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** What it does, in words: read aloud and shown on hover. */
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export const IconButton = ({ icon, label, className, ...rest }: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    title={label}
    className={classNames(styles.iconButton, className)}
  >
    <Icon name={icon} />
  </button>
);

interface DownloadLinkProps {
  readonly href: string;
  /** More about the file, shown on hover. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A file of the server’s that the browser fetches itself, however long it is. */
export const DownloadLink = ({ href, title, children }: DownloadLinkProps) => (
  <a href={href} title={title} download className={classNames(styles.button, styles.plain)}>
    <Icon name="download" size={16} />
    {children}
  </a>
);

interface ButtonLinkProps {
  readonly to: string;
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** More than the words on it, where several links on a page have the same. */
  readonly 'aria-label'?: string;
}

/** Goes somewhere, and looks like what one presses to get there. */
export const ButtonLink = ({ to, look = 'plain', icon, children, ...rest }: ButtonLinkProps) => (
  <Link {...rest} to={to} className={classNames(styles.button, styles[look])}>
    {icon && <Icon name={icon} size={16} />}
    {children}
  </Link>
);
