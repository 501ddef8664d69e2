import { Workbook } from 'exceljs';
import { workbookOf } from './workbook.js';

describe('a list as a workbook', () => {
  it('flattens names, keeps numbers, and begins no formula with what people typed', async () => {
    const items = [
      {
        id: 'a',
        need: 3,
        unit: { id: 'u', name: '=HYPERLINK("x")' },
        title: { id: 'Kepala', en: 'Head' },
        post: { id: 'p', title: 'Staf', type: 'IMPLEMENTER' },
      },
      { id: 'b', need: null },
    ];
    const bytes = await workbookOf({ name: 'positions', items, stamp: ['made'], language: 'en', heading: (column) => column });
    const workbook = new Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(3).values).toEqual([undefined, 'id', 'need', 'unit', 'title', 'post.title', 'post.type']);
    expect(sheet?.getRow(4).values).toEqual([undefined, 'a', 3, '\'=HYPERLINK("x")', 'Head', 'Staf', 'IMPLEMENTER']);
    expect(sheet?.autoFilter).toBe('A3:F5');
  });
});
