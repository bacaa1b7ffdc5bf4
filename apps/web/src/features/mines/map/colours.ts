import { STAGES } from '@qingshan/domain';
import { STAGE_LOOK } from '../../../shell/labels';

/** The page's colours for a canvas, which knows no CSS variables. Read anew for each drawing, so that it follows the theme. */
export const readColours = () => {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: read('--surface'),
    ink: read('--ink'),
    faint: read('--ink-3'),
    line: read('--line'),
    border: read('--line-strong'),
    focus: read('--focus'),
    font: read('--font'),
    stages: STAGES.map((stage) => read(`--${STAGE_LOOK[stage].tone}`)),
  };
};

export type Colours = ReturnType<typeof readColours>;
