import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './finder.module.css';
import { Icon } from './icon';
import { TextInput } from './form/inputs';

export interface FinderOption {
  readonly id: string;
  readonly content: ReactNode;
  readonly onPick: () => void;
}

export interface FinderGroup {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FinderOption[];
}

interface FinderProps {
  /** What can be found, for a screen reader and as the hint in the field. */
  readonly label: string;
  readonly listLabel: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly FinderGroup[];
  /** More options are on their way: an Enter that finds none yet takes the first that comes. */
  readonly waiting: boolean;
  /** Below the options: what is on its way, what was not found, what failed. */
  readonly children?: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A field whose list is walked with arrows and taken with Enter, while focus stays in it (WAI-ARIA combobox). */
export const Finder = ({ label, listLabel, text, onText, groups, waiting, children }: FinderProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const options = groups.flatMap((group) => group.options);
  const at = Math.min(active, options.length - 1);
  const idOf = (option: FinderOption) => `${id}-${option.id}`;
  const current = options[at];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const taking = useRef(false);
  useEffect(() => {
    if (!taking.current || waiting) return;
    taking.current = false;
    current?.onPick();
  }, [waiting, current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined && options.length > 0) setActive((at + step + options.length) % options.length);
    else if (event.key === 'Enter' && current) current.onPick();
    else if (event.key === 'Enter') taking.current = waiting;
    else return;
    event.preventDefault();
  };

  return (
    <>
      <span className={styles.field}>
        <Icon name="search" size={16} />
        <TextInput
          autoFocus
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? id : undefined}
          aria-activedescendant={current && idOf(current)}
          placeholder={label}
          value={text}
          maxLength={100}
          onChange={({ target }) => {
            taking.current = false;
            setActive(0);
            onText(target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      {options.length > 0 && (
        <div ref={list} role="listbox" id={id} aria-label={listLabel} className={styles.list}>
          {groups
            .filter((group) => group.options.length > 0)
            .map((group) => (
              <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
                <p id={`${id}-${group.id}`} role="presentation" className={styles.heading}>
                  {group.label}
                </p>
                {group.options.map((option) => (
                  // Keys are heard by the field: an option is never focused itself.
                  <div
                    key={option.id}
                    id={idOf(option)}
                    role="option"
                    aria-selected={option === current}
                    className={classNames(styles.option, option === current && styles.active)}
                    onMouseMove={() => setActive(options.indexOf(option))}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={option.onPick}
                  >
                    {option.content}
                  </div>
                ))}
              </div>
            ))}
        </div>
      )}
      {children}
    </>
  );
};
