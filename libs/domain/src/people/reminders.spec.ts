import { expect, test } from '@jest/globals';
import { EMAIL, isReminderDue, mondayOf, REMINDER_FREQUENCIES, retryAfterMinutes } from './reminders';

test.each(['li.jingban@ganxian.gov.cn', 'a@b.cn', 'x+tag@sub.example.org', "o'neil@example.com"])(
  '%s is an address',
  (address) => expect(EMAIL.test(address)).toBe(true),
);

test.each([
  'a@b.cn\r\nBcc: c@d.cn',
  'a@b.cn\nSubject: x',
  'a@b.cn,c@d.cn',
  'a@b.cn;c@d.cn',
  'a@b.cn c@d.cn',
  '李 <a@b.cn>',
  '<a@b.cn>',
  '"a b"@c.cn',
  'a@b',
  '@b.cn',
  'a@',
  'a@-b.cn',
  'a@b..cn',
  'a@b.cn ',
  '李@b.cn',
  `${'a'.repeat(65)}@b.cn`,
  'a@b.cn\u0000',
  'a@[127.0.0.1]',
  '',
])('%j is none (header injection is refused)', (address) => expect(EMAIL.test(address)).toBe(false));

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-24', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
  ['2027-01-01', '2026-12-28'],
])('the Monday of %s is %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

test('daily, weekly, off, at every hour, after every last day', () => {
  const today = '2026-11-25';
  for (const frequency of REMINDER_FREQUENCIES)
    for (let hour = 0; hour < 24; hour += 1)
      for (const lastOn of [null, '2026-11-18', '2026-11-22', '2026-11-23', '2026-11-24', today]) {
        const since = { daily: today, weekly: '2026-11-23', off: '0000' }[frequency];
        const due = frequency !== 'off' && hour >= 8 && (lastOn === null || lastOn < since);
        expect([frequency, hour, lastOn, isReminderDue({ frequency, today, hour, lastOn })]).toEqual([
          frequency,
          hour,
          lastOn,
          due,
        ]);
      }
});

test('a mail that was not taken is tried again, each time later, and not for ever', () => {
  const waits = [1, 2, 3, 4, 5].map((attempts) => retryAfterMinutes(attempts) ?? 0);
  expect(waits).toEqual([...new Set(waits)].sort((one, other) => one - other));
  expect(waits.every((minutes) => minutes > 0)).toBe(true);
  expect(retryAfterMinutes(6)).toBeNull();
});
