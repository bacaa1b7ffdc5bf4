import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reminderRoutes, trailRoutes } from '@qingshan/contracts';
import { createApp } from '../../create-app';
import { enterMine } from '../../testing/enter-mine';
import { catchMail } from '../../testing/smtp-catcher';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { testEnv } from '../../testing/test-database';
import { Remind } from './remind';

const DAY_MS = 86_400_000;
const ADDRESS = 'li.jingban@ganxian.example.cn';

let house: TestApp;
let catcher: Awaited<ReturnType<typeof catchMail>>;
let official: Visitor;
let start: Date;

const variablesOf = ({ port }: { port: number }) => ({
  QINGSHAN_SMTP: `smtp://127.0.0.1:${port}?tls=none`,
  QINGSHAN_MAIL_FROM: 'qingshan@province.example.cn',
  QINGSHAN_PUBLIC_URL: 'https://mines.example.cn/',
});

beforeAll(async () => {
  catcher = await catchMail();
  house = await openTestApp('empty', variablesOf(catcher));
  start = house.clock.now();
  official = await house.as('official');
  await enterMine(official, { effectiveOn: '2026-03-02' });
  await house.sql(`UPDATE person SET email = $1, version = version + 1 WHERE username = 'official'`, [
    ADDRESS,
  ]);
}, 60_000);
afterAll(async () => {
  await house.close();
  await catcher.close();
});

beforeEach(() => house.clock.set(start));
afterEach(async () => {
  catcher.mails.length = 0;
  await house.sql('DELETE FROM mail');
});

const remind = (app = house.app) => app.get(Remind).run();
const outbox = async () =>
  (await (await signIn(house.inject, 'sysadmin')).get(reminderRoutes.outbox, {})).mails;
const choose = async (frequency: 'daily' | 'weekly' | 'off') => {
  const { version } = await official.get(reminderRoutes.own, {});
  return official.get(reminderRoutes.change, { body: { version, frequency, language: 'zh' } });
};

/** A round of a house whose mail server does not know the reader. */
const refusedRound = async () => {
  const refusing = await catchMail({
    onRcptTo: (_, __, done) => done(Object.assign(new Error('no such reader'), { responseCode: 550 })),
  });
  const env = testEnv(house.url, variablesOf(refusing));
  const other = await createApp(env, house.clock, async () => undefined);
  await remind(other.app);
  await other.close();
  await refusing.close();
};

describe('a mail that was not taken', () => {
  /** Today's mail, refused for good by a server that does not know the reader. */
  const failedMail = async () => {
    await refusedRound();
    const [mail] = await outbox();
    expect(mail).toMatchObject({ state: 'failed', mayAgain: true });
    return mail?.id ?? 0;
  };
  const again = async (id: number) =>
    (await signIn(house.inject, 'sysadmin')).call(reminderRoutes.again, { params: { id } });
  const noted = async () => {
    const { entries } = await (
      await signIn(house.inject, 'auditadmin')
    ).get(trailRoutes.list, { query: { action: 'reminder.again' } });
    return entries.length;
  };

  test('is sent again once, however often that is pressed; the trail says who had it sent', async () => {
    const id = await failedMail();
    const before = await noted();
    const sysadmin = await signIn(house.inject, 'sysadmin');
    const press = () => sysadmin.call(reminderRoutes.again, { params: { id } });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 200)?.body.mails).toMatchObject([
      { state: 'waiting', attempts: 0, error: null, mayAgain: false },
    ]);
    await remind();
    await remind();
    expect(catcher.mails.map(({ to }) => to)).toEqual([[ADDRESS]]);
    expect(await outbox()).toMatchObject([{ id, state: 'sent', mayAgain: false }]);
    expect(await noted()).toBe(before + 1);
    expect((await again(id)).problem.code).toBe('already-done');
    await remind();
    expect(catcher.mails.length).toBe(1);
  });

  test('is sent again once for one key, and the second asking gets the first one’s answer', async () => {
    const id = await failedMail();
    const sysadmin = await signIn(house.inject, 'sysadmin');
    const headers = { 'idempotency-key': 'again-and-again-1' };
    const [first, second] = [
      await sysadmin.call(reminderRoutes.again, { params: { id }, headers }),
      await sysadmin.call(reminderRoutes.again, { params: { id }, headers }),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    await remind();
    expect(catcher.mails.length).toBe(1);
  });

  test('fails again where nothing has changed, and may be sent again then', async () => {
    const id = await failedMail();
    await again(id);
    await refusedRound();
    expect(await outbox()).toMatchObject([{ id, state: 'failed', attempts: 1, mayAgain: true }]);
  });

  test('of another day is written anew as the mail of today, and the day has no second', async () => {
    await choose('weekly');
    const id = await failedMail();
    house.clock.set(new Date(start.getTime() + 2 * DAY_MS));
    await remind();
    expect(catcher.mails.length).toBe(0);
    const sysadmin = await signIn(house.inject, 'sysadmin');
    const press = () => sysadmin.call(reminderRoutes.again, { params: { id } });
    expect((await Promise.all([press(), press()])).map(({ status }) => status).sort()).toEqual([200, 409]);
    await remind();
    expect(catcher.mails.map(({ subject }) => subject)).toEqual(['【青山】2026-11-26 待办：逾期 1']);
    expect((await outbox()).map(({ day, state, mayAgain }) => [day, state, mayAgain])).toEqual([
      ['2026-11-26', 'sent', false],
      ['2026-11-24', 'failed', false],
    ]);
    house.clock.set(start);
    official = await signIn(house.inject, 'official');
    await choose('daily');
  });

  test('says nothing where nothing is owed any more', async () => {
    const id = await failedMail();
    await house.sql(
      `UPDATE person SET region_code = '360722', version = version + 1 WHERE username = 'official'`,
    );
    expect((await again(id)).body.mails).toMatchObject([{ id, state: 'nothing' }]);
    await remind();
    expect(catcher.mails.length).toBe(0);
    await house.sql(
      `UPDATE person SET region_code = '360704', version = version + 1 WHERE username = 'official'`,
    );
  });

  test.each(['sent', 'sending', 'waiting', 'nothing', 'unsure'])(
    'is not what is %s: that is not sent again',
    async (state) => {
      const id = await failedMail();
      await house.sql(
        `UPDATE mail SET state = $1, sent_at = CASE $1 WHEN 'sent' THEN now() END, begun_at = now(), next_at = now(),
           body = CASE WHEN $1 IN ('waiting', 'sending') THEN 'x' END`,
        [state],
      );
      expect((await again(id)).problem).toMatchObject({
        status: 409,
        code: state === 'unsure' ? 'mail-not-again' : 'already-done',
      });
      expect(await house.sql('SELECT state FROM mail')).toEqual([{ state }]);
    },
  );

  test('is not sent to who wants none any more, nor by another than the system administrator', async () => {
    const id = await failedMail();
    await choose('off');
    expect((await again(id)).problem.code).toBe('mail-not-again');
    expect(await outbox()).toMatchObject([{ state: 'failed', mayAgain: false }]);
    await choose('daily');
    for (const who of ['secadmin', 'auditadmin', 'official', 'city'] as const)
      expect(
        (await (await signIn(house.inject, who)).call(reminderRoutes.again, { params: { id } })).status,
      ).toBe(403);
    expect((await again(987_654)).status).toBe(404);
  });
});

test('without a mail server it is not sent again, and stays as it was', async () => {
  const bare = await openTestApp();
  try {
    const [mail] = await bare.sql<{ id: number }>(
      `INSERT INTO mail (person_id, day, state) SELECT id, '2026-11-24', 'failed' FROM person
       WHERE username = 'official' RETURNING id`,
    );
    const params = { id: mail?.id ?? 0 };
    expect((await (await bare.as('sysadmin')).call(reminderRoutes.again, { params })).status).toBe(503);
    expect(await bare.sql('SELECT state FROM mail')).toEqual([{ state: 'failed' }]);
  } finally {
    await bare.close();
  }
});
