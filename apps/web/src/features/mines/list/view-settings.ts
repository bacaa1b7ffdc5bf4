import { useState } from 'react';
import { recall, remember } from '../../../shell/remembered';
import { DENSITIES, type Density } from '../../../ui/grid/column';

/** How this browser's user likes the ledger. */
export interface View {
  readonly density: Density;
  readonly hidden: readonly string[];
  readonly order: readonly string[];
}

export const DEFAULT_VIEW: View = { density: 'normal', hidden: ['town', 'approach', 'updatedAt'], order: [] };

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;

/** What was remembered, as far as it can be understood. */
export const readView = (text: string | null): View => {
  try {
    const given = JSON.parse(text ?? '') as Partial<Record<keyof View, unknown>>;
    return {
      density: Object.keys(DENSITIES).find((one): one is Density => one === given.density) ?? 'normal',
      hidden: texts(given.hidden) ?? DEFAULT_VIEW.hidden,
      order: texts(given.order) ?? [],
    };
  } catch {
    return DEFAULT_VIEW;
  }
};

/** All columns in the order chosen; one that is new since then comes at its own place at the end. */
export const ordered = (all: readonly string[], order: readonly string[]): string[] => [
  ...order.filter((id) => all.includes(id)),
  ...all.filter((id) => !order.includes(id)),
];

/** The list with one entry moved a place up or down; the first stays, it holds the name. */
export const moved = (list: readonly string[], id: string, by: -1 | 1): string[] => {
  const from = list.indexOf(id);
  const to = from + by;
  if (from < 1 || to < 1 || to >= list.length) return [...list];
  const rest = list.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
};

export const useView = (): [View, (view: View) => void] => {
  const [view, setView] = useState(() => readView(recall('mines.view')));
  return [
    view,
    (next) => {
      setView(next);
      remember('mines.view', JSON.stringify(next));
    },
  ];
};
