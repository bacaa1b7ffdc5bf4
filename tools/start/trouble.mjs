/**
 * @typedef {import('../postgres/cluster-error.mjs').ClusterErrorCode} ClusterErrorCode
 * @typedef {'install-failed' | 'build-failed' | 'bad-port' | 'page-port-in-use' | 'wrong-setting' | 'database-unreachable'
 *   | 'database-no-right' | 'database-too-old' | 'database-not-utf8' | 'schema-too-new' | 'migration-failed' | 'api-keeps-dying'
 *   | 'api-broken' | 'database-keeps-dying' | 'not-writable' | 'hanging' | 'other'} OwnCode
 * @typedef {OwnCode | ClusterErrorCode} TroubleCode
 * @typedef {readonly [chinese: string, english: string]} Words
 */

/** What went wrong, for the person who typed the command. `detail` is what a program said about it. */
export class Trouble extends Error {
  /**
   * @param {TroubleCode} code
   * @param {string} [detail]
   */
  constructor(code, detail = '') {
    super(detail || code);
    this.name = 'Trouble';
    this.code = code;
    this.detail = detail;
  }
}

/** @param {unknown} error @returns {{ code: TroubleCode, detail: string }} */
export function troubleIn(error) {
  if (error instanceof Trouble) return error;
  if (!(error instanceof Error)) return { code: 'other', detail: String(error) };
  const { code } = /** @type {{ code?: string }} */ (error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', detail: error.message };
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return { code: 'not-writable', detail: error.message };
  if (error.name === 'ClusterError') {
    return { code: /** @type {ClusterErrorCode} */ (code), detail: error.message };
  }
  return { code: 'other', detail: error.stack ?? error.message };
}

/** @param {string} setting @param {string} command */
const withSetting = (setting, command) =>
  process.platform === 'win32' ? `$env:${setting}; ${command}` : `${setting} ${command}`;
const setPort = withSetting('PORT=3001', 'npm start');
const setPagePort = withSetting('PAGE_PORT=5174', 'npm run dev');

/** @type {Record<TroubleCode, { what: Words, todo: Words }>} */
export const explanations = {
  'port-in-use': {
    what: ['端口已被其他程序占用', 'another program is using the port'],
    todo: [`关闭该程序，或换一个端口：${setPort}`, `stop that program, or take another port: ${setPort}`],
  },
  'page-port-in-use': {
    what: ['页面端口已被其他程序占用', 'another program is using the port of the page'],
    todo: [
      `关闭该程序，或换一个端口：${setPagePort}`,
      `stop that program, or take another port: ${setPagePort}`,
    ],
  },
  'bad-port': {
    what: ['端口号无效', 'this is not a port number'],
    todo: [`请使用 1–65535 之间的数字：${setPort}`, `use a number from 1 to 65535: ${setPort}`],
  },
  'wrong-setting': {
    what: ['环境变量的值不正确', 'a setting has a wrong value'],
    todo: [
      '请改正下面的环境变量（说明见 docs/operations.md）',
      'mend the environment variable below (docs/operations.md describes them all)',
    ],
  },
  'disk-full': {
    what: ['磁盘空间不足', 'the disk is full'],
    todo: ['请腾出至少 2 GB 空间后重新运行', 'free at least 2 GB and run the command again'],
  },
  'not-writable': {
    what: ['没有写入权限', 'a folder cannot be written'],
    todo: [
      '请用拥有此目录的账号运行，或修改目录权限',
      'run it as the owner of this folder, or change its permissions',
    ],
  },
  'install-failed': {
    what: ['依赖安装失败（npm ci）', 'installing the packages failed (npm ci)'],
    todo: [
      '请检查网络、代理与 npm 源设置（npm config get registry），然后重新运行',
      'check network, proxy and registry (npm config get registry), then run the command again',
    ],
  },
  'build-failed': {
    what: ['构建失败', 'the build failed'],
    todo: [
      '若修改过源码，请按上面的提示改正后重新运行；否则运行 npm ci 后重试',
      'if you changed sources, mend what is named above; otherwise run npm ci and try again',
    ],
  },
  'unsupported-platform': {
    what: ['本机平台没有内置的 PostgreSQL', 'there is no built-in PostgreSQL for this platform'],
    todo: [
      '请自备 PostgreSQL 15 或更高版本，并设置 DATABASE_URL=postgres://用户:密码@主机/库',
      'bring a PostgreSQL 15 or newer and set DATABASE_URL=postgres://user:password@host/database',
    ],
  },
  'binaries-missing': {
    what: ['内置 PostgreSQL 的程序文件缺失', 'the programs of the built-in PostgreSQL are missing'],
    todo: [
      '请运行 npm ci --include=optional，或设置 DATABASE_URL',
      'run npm ci --include=optional, or set DATABASE_URL',
    ],
  },
  'no-account': {
    what: [
      'PostgreSQL 不能以 root 运行，且没有可用的普通账号（postgres、nobody）',
      'PostgreSQL refuses to run as root and no ordinary account (postgres, nobody) can be used',
    ],
    todo: ['请用普通账号运行，或设置 DATABASE_URL', 'run it as an ordinary user, or set DATABASE_URL'],
  },
  'other-owner': {
    what: ['数据目录属于另一个账号', 'the data folder belongs to another account'],
    todo: [
      '请用原来的账号运行，或移走该目录以重新开始',
      'run it as that account, or move the folder away to begin anew',
    ],
  },
  'other-version': {
    what: [
      '数据目录由另一个版本的 PostgreSQL 创建',
      'the data folder was made by another version of PostgreSQL',
    ],
    todo: [
      '请用原来的版本备份并恢复，或移走该目录以重新开始',
      'back up with the old release and restore, or move the folder away to begin anew',
    ],
  },
  'create-failed': {
    what: ['无法创建数据库', 'the database could not be created'],
    todo: [
      '请查看下面的原因，或设置 DATABASE_URL 使用自己的 PostgreSQL',
      'see the reason below, or set DATABASE_URL to use a PostgreSQL of your own',
    ],
  },
  'start-failed': {
    what: ['无法启动数据库', 'the database could not be started'],
    todo: ['请查看 .qingshan/postgres/server.log', 'look into .qingshan/postgres/server.log'],
  },
  'not-answering': {
    what: ['数据库没有响应', 'the database does not answer'],
    todo: ['请结束下面的进程后重新运行', 'end the process named below and run the command again'],
  },
  'database-unreachable': {
    what: ['无法连接数据库', 'the database cannot be reached'],
    todo: [
      '请检查数据库服务与 DATABASE_URL（密码中的特殊字符须转义，如 @ 写作 %40）',
      'check the database server and DATABASE_URL (in a password write @ as %40, # as %23, and so on)',
    ],
  },
  'database-no-right': {
    what: [
      '数据库只读，或账号没有建表、建账号的权限',
      'the database is read-only, or the role may not make tables or logins in it',
    ],
    todo: [
      '请连接可写的主库，并授权：ALTER DATABASE 库名 OWNER TO 账号；ALTER ROLE 账号 CREATEROLE（或设置 APP_DATABASE_URL）',
      'use the writable server: ALTER DATABASE name OWNER TO role; ALTER ROLE role CREATEROLE (or set APP_DATABASE_URL)',
    ],
  },
  'database-too-old': {
    what: ['PostgreSQL 版本过低，需要 15 或更高版本', 'this PostgreSQL is too old; 15 or newer is needed'],
    todo: [
      '请升级数据库，或去掉 DATABASE_URL 使用内置的 PostgreSQL',
      'upgrade the server, or leave DATABASE_URL out to use the built-in PostgreSQL',
    ],
  },
  'database-not-utf8': {
    what: ['数据库的编码不是 UTF8，无法保存中文', 'the database is not in UTF8 and cannot hold Chinese'],
    todo: [
      "请另建一个库：CREATE DATABASE qingshan ENCODING 'UTF8' TEMPLATE template0",
      "make another one: CREATE DATABASE qingshan ENCODING 'UTF8' TEMPLATE template0",
    ],
  },
  'schema-too-new': {
    what: [
      '数据由较新的版本升级过，本版本不认识其结构',
      'a newer release has upgraded the data, and this one does not know its schema',
    ],
    todo: [
      '请使用较新的版本，或恢复升级前的备份',
      'use the newer release, or restore the backup made before the upgrade',
    ],
  },
  'migration-failed': {
    what: ['数据库升级失败，失败的一步已撤销', 'a database migration failed and was undone'],
    todo: [
      '请换回之前的版本继续使用，并把下面的内容反馈给开发者',
      'go back to the release you had and report what is below',
    ],
  },
  'api-keeps-dying': {
    what: ['服务程序一分钟内多次异常退出', 'the API ended unexpectedly again and again'],
    todo: ['请查看 .qingshan/api.log', 'look into .qingshan/api.log'],
  },
  'api-broken': {
    what: ['服务程序未能启动', 'the API did not start'],
    todo: [
      '改正上面的错误并保存，会自动重新启动',
      'mend the error above and save; it starts again by itself',
    ],
  },
  'database-keeps-dying': {
    what: ['数据库一分钟内多次异常退出', 'the database ended unexpectedly again and again'],
    todo: ['请查看 .qingshan/postgres/server.log', 'look into .qingshan/postgres/server.log'],
  },
  hanging: {
    what: [
      '本目录已有一个运行中的实例，但它没有响应',
      'this checkout is running already, but does not answer',
    ],
    todo: ['请结束下面的进程后重新运行', 'end the process named below and run the command again'],
  },
  other: {
    what: ['启动失败', 'the start failed'],
    todo: ['请查看下面的原因与 .qingshan/api.log', 'see the reason below and .qingshan/api.log'],
  },
};
