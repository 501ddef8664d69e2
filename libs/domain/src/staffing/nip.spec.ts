import { maskNip, readNip } from './nip.js';

describe('a NIP', () => {
  it('tells birth date, first month, gender and serial number', () => {
    expect(readNip('198001012005011001')).toEqual({ birthDate: '1980-01-01', firstMonth: '2005-01', gender: 'M', serial: '001' });
    expect(readNip('198001012005012001')).toMatchObject({ gender: 'F' });
  });

  it.each([
    ['19800101200501100', 'nip.shape'],
    ['198013012005011001', 'nip.birth-date'],
    ['198002312005011001', 'nip.birth-date'],
    ['198001012005131001', 'nip.first-month'],
    ['198001012005013001', 'nip.shape'],
    ['200501012005011001', 'nip.age'],
  ])('%s is refused: %s', (nip, fault) => {
    expect(readNip(nip)).toBe(fault);
  });

  it('is shown masked', () => {
    expect(maskNip('198001012005012001')).toBe('19800101******2001');
  });
});
