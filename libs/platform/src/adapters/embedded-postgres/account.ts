import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user that a PostgreSQL started by root runs as, because PostgreSQL refuses to be root. */
export type Account = Readonly<{ uid: number; gid: number }>;

const nobody: Account = { uid: 65534, gid: 65534 };

/**
 * Whom the server runs as: `undefined` for "whoever we are".
 * @param owner the owner of an existing data folder, who is kept
 */
export const serverAccount = (owner?: Account): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  if (owner && owner.uid !== 0) return owner;
  return postgresUser() ?? nobody;
};

const postgresUser = (): Account | undefined => {
  try {
    const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
    return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined;
  } catch {
    return undefined;
  }
};

/** Whether the account can reach a file or folder by its path, and read and enter it. */
export const canEnter = (path: string, account: Account | undefined): boolean => {
  try {
    const real = realpathSync(path);
    if (!account) return accessSync(real, constants.R_OK) === undefined;
    return mayPass(real, account, 0o5) && ancestors(real).every((folder) => mayPass(folder, account, 0o1));
  } catch {
    return false;
  }
};

const ancestors = (path: string): readonly string[] => {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestors(parent)];
};

const mayPass = (path: string, { uid, gid }: Account, wanted: number): boolean => {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bits = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode;
  return (bits & wanted) === wanted;
};
