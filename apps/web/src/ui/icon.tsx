const PATHS = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'm5 5 10 10M15 5 5 15',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7L17 17',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  left: 'm12 5.5-4.5 4.5 4.5 4.5',
  up: 'M5.5 12 10 7.5l4.5 4.5',
  sortUp: 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
  sortDown: 'M10 4.5v11M5.5 11l4.5 4.5L14.5 11',
  check: 'm4 10.5 4 4 8-9',
  warning: 'M10 3 2 17h16L10 3Zm0 5.5v4M10 14.7v.1',
  info: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-9v5M10 6.2v.1',
  refused: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM4.5 4.5l11 11',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 7.5c.6-3.3 3.5-5 7-5s6.4 1.7 7 5',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4',
  table: 'M3 4h14v12H3zM3 8.5h14M8 8.5V16',
  chart: 'M3 16.5h14M5 13.5v-4M9 13.5V5M13 13.5V8M17 13.5V3.5',
  ledger: 'M5 2.5h11v15H5a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2Zm2.5 4.5h5.5M7.5 10.5h5.5',
  download: 'M10 3v9.5M5.5 8.5l4.5 4.5 4.5-4.5M3.5 17h13',
  upload: 'M10 13V3.5M5.5 8 10 3.5 14.5 8M3.5 17h13',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM1.5 16.5c.4-3 3-4.5 6-4.5s5.6 1.5 6 4.5M13 9.3a2.7 2.7 0 1 0 0-5.4M15.5 12.4c1.7.6 2.8 2 3 4.1',
  trail: 'M10 5.5V10l3 2M3.2 7.5a7.2 7.2 0 1 1-.4 2.5M3 3.5v4h4',
  gauge: 'M3 14.5a7 7 0 1 1 14 0M10 14.5l3.5-5',
  help: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM7.7 7.7a2.3 2.3 0 1 1 3.4 2c-.7.4-1.1.9-1.1 1.8M10 14.2v.1',
  out: 'M12 4H4v12h8M8.5 10H17M14 6.5l3.5 3.5-3.5 3.5',
  key: 'M12.5 11.5a4 4 0 1 0-4-4c0 .6.1 1.1.3 1.6L3 15v2.5h2.5V16H7v-1.5h1.5l1.7-1.7c.7-.8 1.5-1.3 2.3-1.3ZM13.5 6.5v.1',
  print: 'M5.5 7V3h9v4M5.5 14H3V7h14v7h-2.5M5.5 11.5h9V17h-9z',
  copy: 'M7 6.5h9.5V17H7zM13 6.5V3H3.5v10.5H7',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5',
  refresh: 'M16.5 5v4h-4M16.2 9A6.5 6.5 0 1 0 16.5 11.5',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13L5 13.5Zm3.5 3.5h3',
  calendar: 'M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v3.5M13 2.5v3.5',
  pin: 'M7 2.5h6M8 2.5v5L5.5 11h9L12 7.5v-5M10 11v6.5',
  compare: 'M3 7h12.5M12.5 4l3 3-3 3M17 13H4.5M7.5 10l-3 3 3 3',
  map: 'M3 5.5 7.5 3l5 2.5L17 3v11.5L12.5 17l-5-2.5L3 17zM7.5 3v11.5M12.5 5.5V17',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside words, or inside a control that has a name: never the only message. */
export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    aria-hidden="true"
    focusable="false"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={PATHS[name]} />
  </svg>
);
