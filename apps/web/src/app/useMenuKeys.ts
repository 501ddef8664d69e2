import { useEffect } from 'react';

const mostFrames = 20;

/** Gives the menu's first link the focus as soon as it is seen: what is invisible takes none. */
const enter = (menu: string, frames = 0): void => {
  const link = document.querySelector<HTMLElement>(`#${menu} a`);
  link?.focus();
  if (document.activeElement !== link && frames < mostFrames) requestAnimationFrame(() => enter(menu, frames + 1));
};

/** The menu that comes over the page on a phone: opened, the keyboard goes into it; Escape shuts it and goes back to its button. */
export const useMenuKeys = (menu: string, opened: boolean, close: () => void): void => {
  useEffect(() => {
    if (!opened) return;
    const button = document.activeElement;
    enter(menu);
    const press = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      close();
      if (button instanceof HTMLElement) button.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [menu, opened, close]);
};
