import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';

interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Set for a choice among others: ticked or not. */
  readonly checked?: boolean;
  readonly onPick: () => void;
}

interface MenuProps {
  /** Name of the menu. */
  readonly label: string;
  /** What the button shows, with words that name it, seen or not. */
  readonly children: ReactNode;
  readonly groups: readonly (readonly MenuItem[])[];
  /** What stands above the items: who is signed in, for one. */
  readonly head?: ReactNode;
}

export const Menu = ({ label, children, groups, head }: MenuProps) => {
  const menuId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-menu-item]') ?? [])];
  const show = (which: 'first' | 'last') => {
    flushSync(() => setOpen(true));
    items()
      .at(which === 'first' ? 0 : -1)
      ?.focus();
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      return close();
    }
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    if (!open) return show(event.key === 'ArrowUp' || event.key === 'End' ? 'last' : 'first');
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key] ?? 0;
    all.at(next % all.length)?.focus();
  };

  return (
    <div
      ref={root}
      className={styles.menu}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => (open ? close() : show('first'))}
      >
        {children}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <div className={styles.list}>
          {head && <div className={styles.headLine}>{head}</div>}
          <div id={menuId} role="menu" aria-label={label}>
            {groups.map((group, index) => (
              <div key={index} role="group" className={styles.group}>
                {group.map((item) => (
                  <button
                    key={item.id}
                    type="button"
                    data-menu-item
                    tabIndex={-1}
                    role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                    aria-checked={item.checked}
                    className={classNames(styles.item, item.checked && styles.checked)}
                    onClick={() => {
                      close();
                      item.onPick();
                    }}
                  >
                    {item.icon && <Icon name={item.icon} size={16} />}
                    <span className={styles.text}>{item.label}</span>
                    {item.checked && <Icon name="check" size={16} />}
                  </button>
                ))}
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
};
