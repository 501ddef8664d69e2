import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. About 40 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

// A hash of nothing anybody can type, so that an unknown name takes as long as a wrong password.
const nobody = hash(crypto.randomUUID(), cost);

/** Whether the password is right. Takes the same time when there is no such account. */
export const isPassword = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  const right = await verify(stored ?? (await nobody), password);
  return typeof stored === 'string' && right;
};
