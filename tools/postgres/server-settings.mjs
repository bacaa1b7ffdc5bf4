/** Kept by every cluster; given on the command line, so that a new release can change them for old data folders. */
const always = {
  listen_addresses: '127.0.0.1',
  // The path of a socket may be too long or not writable; nothing needs one.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // Solid state is what people have.
  random_page_cost: '1.1',
  // Compiling costs short queries more than it saves them.
  jit: 'off',
  // Index-only scans live on a fresh visibility map, good plans on fresh statistics.
  autovacuum_vacuum_scale_factor: '0.02',
  autovacuum_vacuum_insert_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.02',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** A test cluster is thrown away after a crash, so it need not survive one. */
const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** @param {{ port: number, durable: boolean }} wish */
export function serverOptions({ port, durable }) {
  const settings = { ...always, ...(durable ? {} : throwAway), port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Locale and PG… variables of the person who starts us must not reach the server, nor any secret.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment() {
  const wanted = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SystemDrive', 'windir', 'ComSpec'];
  /** @type {NodeJS.ProcessEnv} */
  const environment = {};
  for (const name of wanted) if (process.env[name] !== undefined) environment[name] = process.env[name];
  return environment;
}
