import { expect, test } from '@jest/globals';
import type { Outbox } from '@qingshan/contracts';
import { settled } from './testing/settled';
import { visit } from './testing/visit';
import { en, zh } from './testing/words';

/** The house of the journeys names no mail server: what the API would say is said here, and the page is the product's. */
const outboxOf = (mail: Partial<Outbox['mails'][number]>): Outbox => ({
  server: { host: 'mail.example.cn', from: 'qingshan@example.cn' },
  mails: [
    {
      id: 7,
      day: '2026-11-24',
      personName: '李经办',
      state: 'failed',
      attempts: 1,
      nextAt: null,
      sentAt: null,
      error: 'no such reader',
      mayAgain: true,
      ...mail,
    },
  ],
});

test.each(['zh', 'en'] as const)('it is asked for once, and then waits (%s)', async (language) => {
  const say = language === 'zh' ? zh : en;
  const page = await visit('sysadmin', '/sign-in', { language });
  // Two presses of one dialog are one asking: they carry one key, which the API answers once.
  const keys = new Set<string | null>();
  let answer = outboxOf({});
  await page.route('**/api/mails', (route) => route.fulfill({ json: answer }));
  await page.route('**/api/mails/7/again', async (route) => {
    keys.add(await route.request().headerValue('Idempotency-Key'));
    answer = outboxOf({
      state: 'waiting',
      attempts: 0,
      error: null,
      mayAgain: false,
      nextAt: '2026-11-24T02:00:00Z',
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({ json: answer });
  });
  await page.goto('/system');
  await settled(page);
  const open = page.getByRole('button', { name: say('reminders.outbox.againNamed', { name: '李经办' }) });
  await open.click();
  const dialog = page.getByRole('dialog', { name: say('reminders.outbox.againTitle', { name: '李经办' }) });
  await dialog.getByText(say('reminders.outbox.againHelp', { day: '2026-11-24' })).waitFor();
  await dialog.getByRole('button', { name: say('reminders.outbox.again') }).dblclick();
  await page.getByText(say('reminders.outbox.againDone')).waitFor();
  await page.getByText(say('reminders.outbox.state.waiting'), { exact: true }).waitFor();
  expect([keys.size, await open.count(), await dialog.count()]).toEqual([1, 0, 0]);
  expect(keys).not.toContain(null);
});
