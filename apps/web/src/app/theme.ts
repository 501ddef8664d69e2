import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Tarum, the indigo of Indonesian cloth; dark enough for white text from shade 6 on (contrast 7:1 and more). */
const tarum: MantineColorsTuple = [
  '#eef3fb',
  '#dbe4f3',
  '#b3c6e6',
  '#88a6d9',
  '#6489cd',
  '#4a74c4',
  '#2f5aa8',
  '#274c90',
  '#1f3a6b',
  '#172c52',
];

/** White on shade 8 has a contrast of 5:1, and more on 9, which a button takes on under the pointer. */
const teal: MantineColorsTuple = [
  '#e6fcf5',
  '#c3fae8',
  '#96f2d7',
  '#63e6be',
  '#38d9a9',
  '#20c997',
  '#12b886',
  '#0ca678',
  '#087f5b',
  '#066649',
];

export const theme = createTheme({
  primaryColor: 'tarum',
  primaryShade: 7,
  colors: { tarum, teal },
  fontFamily: "'Plus Jakarta Sans Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Plus Jakarta Sans Variable', system-ui, sans-serif", fontWeight: '700' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Popover: { defaultProps: { shadow: 'lg' } },
    Menu: { defaultProps: { shadow: 'lg' } },
    Combobox: { defaultProps: { shadow: 'lg' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 600 } },
    Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } },
    Button: { defaultProps: { loaderProps: { type: 'dots' } } },
  },
});
