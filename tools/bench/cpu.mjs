import { readdirSync, readFileSync } from 'node:fs';

// USER_HZ: what /proc counts in, a constant of the Linux ABI.
const msPerTick = 10;

/** @param {number} pid the fields of /proc/<pid>/stat from the state on: names may hold spaces and brackets */
function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** CPU time of a process with all its threads, in ms. @param {number} pid */
export function cpuOf(pid) {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** CPU time of PostgreSQL: the postmaster, what it inherited from backends that ended, and those that live. @param {number} postmaster */
export function databaseCpu(postmaster) {
  const own = statOf(postmaster);
  let ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(own[index]), 0);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = statOf(Number(name));
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended between the listing and the look.
    }
  }
  return ticks * msPerTick;
}

/** Memory in MB that a process holds now. @param {number} pid */
export function memoryOf(pid) {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
