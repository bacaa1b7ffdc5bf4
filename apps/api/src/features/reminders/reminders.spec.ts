import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { peopleRoutes, reminderRoutes, reviewRoutes, trailRoutes } from '@qingshan/contracts';
import { createApp } from '../../create-app';
import { enterMine } from '../../testing/enter-mine';
import { catchMail, hangUpInTheText } from '../../testing/smtp-catcher';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { testEnv } from '../../testing/test-database';
import { submit } from '../../testing/walk';
import { Remind } from './remind';

type Catcher = Awaited<ReturnType<typeof catchMail>>;

const DAY_MS = 86_400_000;
const ADDRESS = 'li.jingban@ganxian.example.cn';

let house: TestApp;
let catcher: Catcher;
let official: Visitor;
let variables: Record<string, string>;
let start: Date;

beforeAll(async () => {
  catcher = await catchMail();
  variables = {
    QINGSHAN_SMTP: `smtp://127.0.0.1:${catcher.port}?tls=none`,
    QINGSHAN_MAIL_FROM: 'qingshan@province.example.cn',
    QINGSHAN_PUBLIC_URL: 'https://mines.example.cn/',
  };
  house = await openTestApp('empty', variables);
  start = house.clock.now();
  official = await house.as('official');
  await enterMine(official, { effectiveOn: '2026-03-02', facts: { name: '逾期\n石场' } });
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
  await house.sql(`UPDATE person SET email = NULL, version = version + 1 WHERE email <> $1`, [ADDRESS]);
});

const remind = (app = house.app) => app.get(Remind).run();
const outbox = async () =>
  (await (await signIn(house.inject, 'sysadmin')).get(reminderRoutes.outbox, {})).mails;
const choose = async (by: Visitor, frequency: 'daily' | 'weekly' | 'off', language: 'zh' | 'en' = 'zh') => {
  const { version } = await by.get(reminderRoutes.own, {});
  return by.get(reminderRoutes.change, { body: { version, frequency, language } });
};

describe('what is owed is told once a day', () => {
  test('in Chinese, with links and nothing secret', async () => {
    await remind();
    const [mail] = catcher.mails;
    expect(mail?.to).toEqual([ADDRESS]);
    expect(mail?.subject).toBe('【青山】2026-11-24 待办：逾期 1');
    expect(mail?.text).toContain('李经办，您好：');
    expect(mail?.text).toContain('已逾期：1 座');
    // A line break in a name stays on its line.
    expect(mail?.text).toMatch(/· 逾期 石场（\S+，赣县区，普查，2026-08-29 到期）/);
    expect(mail?.text).toMatch(/https:\/\/mines\.example\.cn\/mines\/\d+\r?\n/);
    expect(mail?.text).toContain('https://mines.example.cn/today');
    expect(mail?.raw).not.toMatch(/token|session|password/i);
    expect(mail?.headers).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(await outbox()).toMatchObject([{ personName: '李经办', state: 'sent', attempts: 1, error: null }]);
  });

  test('in English for who chose it', async () => {
    await choose(official, 'daily', 'en');
    await remind();
    expect(catcher.mails[0]?.subject).toBe('[Qingshan] 2026-11-24: 1 overdue');
    expect(catcher.mails[0]?.text).toContain('Ganxian District, survey, due 2026-08-29)');
    expect(catcher.mails[0]?.text).toContain(
      'Weekly, in Chinese, or no mail at all: https://mines.example.cn/reminders',
    );
    await choose(official, 'daily', 'zh');
  });

  test('to a manager: what waits for the review, and what went up the tree', async () => {
    await house.sql(
      `UPDATE person SET email = 'wang@ganzhou.example.cn', version = version + 1 WHERE username = 'city'`,
    );
    await submit(official, await enterMine(official, { effectiveOn: '2026-11-01' }), '2026-11-10');
    await remind();
    const mail = catcher.mails.find(({ to }) => to.includes('wang@ganzhou.example.cn'));
    expect(mail?.subject).toBe('【青山】2026-11-24 待办：待审 1，下级阶段逾期 1');
    const { rows } = await (await house.as('city')).get(reviewRoutes.list, { query: { show: 'mine' } });
    expect(mail?.text).toContain(`https://mines.example.cn/reviews?show=all&open=${rows[0]?.id}`);
  });

  test('not twice: not by two processes at once, not after a restart', async () => {
    const env = testEnv(house.url, variables);
    const second = await createApp(env, house.clock, async () => undefined);
    try {
      await Promise.all([remind(), remind(second.app), remind(), remind(second.app)]);
    } finally {
      await second.close();
    }
    const third = await createApp(env, house.clock, async () => undefined);
    try {
      await remind(third.app);
    } finally {
      await third.close();
    }
    expect(catcher.mails.length).toBe(1);
    house.clock.set(new Date(start.getTime() + DAY_MS));
    await remind();
    expect(catcher.mails.length).toBe(2);
  });

  test('not before eight, weekly once a week, and not at all to who wants none', async () => {
    house.clock.set(new Date('2026-11-23T23:59:00Z'));
    await remind();
    expect(catcher.mails.length).toBe(0);
    house.clock.set(start);
    await choose(official, 'weekly');
    for (let day = 0; day < 8; day += 1) {
      house.clock.set(new Date(start.getTime() + day * DAY_MS));
      await remind();
    }
    // Tuesday the 24th, and Monday the 30th.
    expect(catcher.mails.map(({ subject }) => /\d{4}-\d\d-\d\d/.exec(subject)?.[0])).toEqual([
      '2026-11-24',
      '2026-11-30',
    ]);
    official = await signIn(house.inject, 'official');
    await choose(official, 'off');
    house.clock.set(new Date(start.getTime() + 20 * DAY_MS));
    await remind();
    expect(catcher.mails.length).toBe(2);
    official = await signIn(house.inject, 'official');
    await choose(official, 'daily');
    house.clock.set(start);
    official = await signIn(house.inject, 'official');
  });

  test('nor to who owes nothing, and the day is done with that', async () => {
    await house.sql(
      `UPDATE person SET email = 'zhou@xinfeng.example.cn', version = version + 1 WHERE username = 'neighbour'`,
    );
    await remind();
    expect(catcher.mails.map(({ to }) => to)).toEqual([[ADDRESS]]);
    expect((await outbox()).map(({ personName, state }) => [personName, state]).sort()).toEqual([
      ['周经办', 'nothing'],
      ['李经办', 'sent'],
    ]);
  });
});

describe('when the mail server', () => {
  /** The house with another mail server, over the same database. */
  const withServer = async (url: string, work: (app: TestApp['app']) => Promise<void>) => {
    const env = testEnv(house.url, { ...variables, QINGSHAN_SMTP: url });
    const other = await createApp(env, house.clock, async () => undefined);
    try {
      await work(other.app);
    } finally {
      await other.close();
    }
  };
  const local = ({ port }: { port: number }) => `smtp://127.0.0.1:${port}?tls=none`;

  test('is not there, the mail waits, is tried later and later, and goes out once it is back', async () => {
    const gone = await catchMail();
    await gone.close();
    await withServer(local(gone), async (app) => {
      await remind(app);
      expect(await outbox()).toMatchObject([
        { state: 'waiting', attempts: 1, nextAt: '2026-11-24T02:02:00.000Z', sentAt: null },
      ]);
      expect((await outbox())[0]?.error).toMatch(/ECONNREFUSED/);
      await remind(app);
      expect((await outbox())[0]?.attempts).toBe(1);
      house.clock.pass({ minutes: 3 });
      await remind(app);
      expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 2 }]);
      const back = await catchMail({}, gone.port);
      house.clock.pass({ minutes: 11 });
      await remind(app);
      await remind(app);
      expect(back.mails.length).toBe(1);
      expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 3, error: null }]);
      await back.close();
    });
  });

  test('stays away, it is given up after the last try, and the trail says so', async () => {
    const gone = await catchMail();
    await gone.close();
    await withServer(local(gone), async (app) => {
      for (let round = 0; round < 8; round += 1) {
        await remind(app);
        house.clock.pass({ hours: 1 });
        if (round >= 3) house.clock.pass({ hours: 6 });
        await house.sql(`UPDATE mail SET next_at = '2026-11-24' WHERE state = 'waiting'`);
      }
    });
    expect((await outbox()).at(-1)).toMatchObject({
      day: '2026-11-24',
      state: 'failed',
      attempts: 6,
      nextAt: null,
    });
    const { entries } = await (
      await signIn(house.inject, 'auditadmin')
    ).get(trailRoutes.list, { query: { action: 'reminder.failed' } });
    expect(entries.at(-1)).toMatchObject({ outcome: 'refused', subject: 'official' });
  });

  test.each([
    [451, 'waiting'],
    [550, 'failed'],
  ])('answers %d, the mail is %s', async (code, state) => {
    const refusing = await catchMail({
      onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: code })),
    });
    await withServer(local(refusing), (app) => remind(app));
    await refusing.close();
    expect(await outbox()).toMatchObject([{ state, attempts: 1 }]);
  });

  test('breaks off while it takes the text, nobody knows, and it is not sent again', async () => {
    const breaking = await hangUpInTheText();
    await withServer(local(breaking), async (app) => {
      await remind(app);
      house.clock.pass({ hours: 2 });
      await remind(app);
    });
    await breaking.close();
    expect(await outbox()).toMatchObject([{ state: 'unsure', attempts: 1 }]);
  });

  test('was being spoken to when the process was killed, the mail is not sent again', async () => {
    await remind();
    catcher.mails.length = 0;
    await house.sql(`UPDATE mail SET state = 'sending', sent_at = NULL, body = 'x', begun_at = $1`, [start]);
    await remind();
    expect((await outbox())[0]?.state).toBe('sending');
    house.clock.pass({ minutes: 11 });
    await remind();
    expect(await outbox()).toMatchObject([{ state: 'unsure' }]);
    expect(catcher.mails.length).toBe(0);
  });

  test('asks for a password, it gets it; and where TLS is not to be had, nothing is said at all', async () => {
    const seen: unknown[] = [];
    const asking = await catchMail({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) => {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    const { port } = asking;
    await withServer(`smtp://robot:p%40ss@127.0.0.1:${port}`, (app) => remind(app));
    expect(seen).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: 'waiting' }]);
    house.clock.pass({ minutes: 3 });
    await withServer(`smtp://robot:p%40ss@127.0.0.1:${port}?tls=none`, (app) => remind(app));
    expect(seen).toEqual([['robot', 'p@ss']]);
    expect(asking.mails.length).toBe(1);
    await asking.close();
  });

  test('shows a certificate that nobody vouches for, it gets no mail', async () => {
    const selfSigned = await catchMail({ disabledCommands: [] });
    await withServer(`smtp://127.0.0.1:${selfSigned.port}`, (app) => remind(app));
    expect(selfSigned.mails).toEqual([]);
    expect((await outbox())[0]).toMatchObject({ state: 'waiting' });
    expect((await outbox())[0]?.error).toMatch(/certificate|self.signed/i);
    await selfSigned.close();
  });
});

describe('addresses and choices', () => {
  test.each(['a@b.cn\r\nBcc: x@y.cn', 'a@b.cn\nX: y', 'a@b.cn, c@d.cn', '李 <a@b.cn>', 'a b@c.cn'])(
    'the address %j is refused',
    async (email) => {
      const secadmin = await signIn(house.inject, 'secadmin');
      const body = {
        username: 'header.injector',
        name: '某',
        role: 'official',
        regionCode: '360704',
        email,
      } as const;
      expect((await secadmin.call(peopleRoutes.create, { body })).problem).toMatchObject({
        status: 400,
        fields: [{ path: 'body.email' }],
      });
      await expect(
        house.sql(`UPDATE person SET email = $1, version = version + 1 WHERE username = 'auditor'`, [email]),
      ).rejects.toThrow();
    },
  );

  test('a name with a line break in it makes no header', async () => {
    await house.sql(
      `UPDATE person SET name = E'李\\r\\nBcc: x@y.cn', version = version + 1 WHERE username = 'official'`,
    );
    await remind();
    expect(catcher.mails.map(({ to }) => to)).toEqual([[ADDRESS]]);
    expect(catcher.mails[0]?.headers).not.toMatch(/^Bcc:/im);
    await house.sql(`UPDATE person SET name = '李经办', version = version + 1 WHERE username = 'official'`);
  });

  test('the security administrator sets and takes away an address; the trail says so', async () => {
    const secadmin = await signIn(house.inject, 'secadmin');
    const { person } = await secadmin.get(peopleRoutes.create, {
      body: {
        username: 'with.mail',
        name: '有邮箱',
        role: 'official',
        regionCode: '360704',
        email: 'a@b.cn',
      },
    });
    expect(person.email).toBe('a@b.cn');
    const edited = await secadmin.get(peopleRoutes.edit, {
      params: { id: person.id },
      body: { version: person.version, email: '' },
    });
    expect(edited.email).toBeNull();
    const { entries } = await (
      await signIn(house.inject, 'auditadmin')
    ).get(trailRoutes.list, { query: { action: 'person.edited' } });
    expect(entries[0]).toMatchObject({ before: { email: 'a@b.cn' }, after: { email: null } });
  });

  test('one chooses for oneself; a stale choice is a conflict, a double click one change', async () => {
    const auditor = await signIn(house.inject, 'auditor');
    expect(await auditor.get(reminderRoutes.own, {})).toEqual({
      frequency: 'daily',
      language: 'zh',
      email: null,
      reminded: false,
      mailing: true,
      version: 0,
    });
    const body = { version: 0, frequency: 'off', language: 'en' } as const;
    const twice = await Promise.all([1, 2].map(() => auditor.call(reminderRoutes.change, { body })));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await auditor.get(reminderRoutes.own, {})).toMatchObject({
      frequency: 'off',
      language: 'en',
      version: 1,
    });
    expect(
      (await auditor.call(reminderRoutes.change, { body: { ...body, frequency: 'hourly' } as never })).status,
    ).toBe(400);
  });
});

test('without a mail server nothing is written and nothing sent, and the page says so', async () => {
  const bare = await openTestApp();
  try {
    await enterMine(await bare.as('official'), { effectiveOn: '2026-03-02' });
    await bare.sql(`UPDATE person SET email = $1, version = version + 1 WHERE username = 'official'`, [
      ADDRESS,
    ]);
    await bare.app.get(Remind).run();
    expect(await (await bare.as('sysadmin')).get(reminderRoutes.outbox, {})).toEqual({
      server: null,
      mails: [],
    });
    expect(await (await bare.as('official')).get(reminderRoutes.own, {})).toMatchObject({ mailing: false });
  } finally {
    await bare.close();
  }
});

test.each([
  [{ QINGSHAN_SMTP: 'http://mail.example.cn' }],
  [{ QINGSHAN_SMTP: 'smtp://mail.example.cn' }],
  [{ QINGSHAN_SMTP: 'smtp://mail.example.cn', QINGSHAN_MAIL_FROM: 'a@b.cn\nBcc: x@y.cn' }],
  [{ QINGSHAN_MAIL_FROM: '青山 <a@b.cn>' }],
  [{ QINGSHAN_PUBLIC_URL: 'javascript:alert(1)' }],
])('the settings %j stop the start', (wrong) => {
  expect(() => testEnv('postgres://localhost/x', wrong)).toThrow(/QINGSHAN_/);
});
