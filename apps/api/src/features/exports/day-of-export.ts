import type { MineFilter } from '@qingshan/contracts';
import { dayOfMoment, type CalendarDay } from '@qingshan/domain';

/** The day an export stands at: where none was said, that of the moment whose knowledge it shows, or today. */
export const dayOfExport = ({ asOf, knownAt }: MineFilter, today: CalendarDay): CalendarDay =>
  asOf ?? (knownAt ? dayOfMoment(knownAt) : today);
