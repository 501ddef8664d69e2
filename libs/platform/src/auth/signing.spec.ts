import { Refusal } from '../problem.js';
import { PasswordSigning } from './signing.js';

const right = 'Rahasia-91';

/** Signs for one account, and remembers how often its password was asked for. */
const signingOf = () => {
  const asked: string[] = [];
  const confirm = (username: string, password: string) => {
    asked.push(username);
    return password === right ? Promise.resolve() : Promise.reject(new Refusal(403, 'auth.wrong-password'));
  };
  return { signing: new PasswordSigning({ confirm }), asked };
};

describe('signing with a password', () => {
  it('says of each hash that it was signed, and asks once for what came in one go', async () => {
    const { signing, asked } = signingOf();
    const sign = await signing.open('sekda', { password: right, address: '10.0.0.1' });
    expect(await Promise.all(['one', 'two'].map(sign))).toEqual([
      { method: 'password', of: 'one' },
      { method: 'password', of: 'two' },
    ]);
    expect(asked).toEqual(['sekda']);
  });

  it('signs nothing with a wrong one, and does not repeat it in what it says', async () => {
    const { signing } = signingOf();
    const refused: unknown = await signing
      .open('sekda', { password: 'Salah-91', address: '10.0.0.1' })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'auth.wrong-password' });
    expect(JSON.stringify(refused) + String(Object(refused).stack)).not.toContain('Salah-91');
  });
});
