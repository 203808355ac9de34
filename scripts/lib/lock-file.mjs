/**
 * @typedef {object} LockedPackage an entry of package-lock.json
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages by path
 */

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * The packages for other systems that a lock file lacks, which npm leaves out when the registry does not answer for
 * them. `npm ci` refuses a lock file without them, although it would never install them.
 * Their system is read from their name, as in NAME-linux-x64-musl.
 * @param {LockedPackages} packages
 * @returns {LockedPackages}
 */
export function missingPlatformPackages(packages) {
  /** @type {LockedPackages} */
  const missing = {};
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      const platform = platformOf(name);
      if (path in packages || !platform) continue;
      missing[path] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    }
  }
  return missing;
}

/** @param {string} name */
function platformOf(name) {
  const parts = name.split(/[-/]/);
  const os = parts.filter((part) => systems.includes(part));
  const cpu = parts.filter((part) => processors.includes(part));
  if (os.length !== 1 || cpu.length !== 1) return undefined;
  if (os[0] !== 'linux') return { os, cpu };
  return { os, cpu, libc: [parts.includes('musl') ? 'musl' : 'glibc'] };
}
