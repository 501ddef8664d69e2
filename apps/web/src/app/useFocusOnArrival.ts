import { type RefObject, useEffect, useRef } from 'react';

/**
 * On another page the keyboard goes on where its content begins: the link that led here is gone, or lies far above. Not on the first
 * page, where the browser itself has begun at the top, and not where the page itself has taken the focus.
 * @param path of the page that is shown; nothing until the first is
 */
export const useFocusOnArrival = (main: RefObject<HTMLElement | null>, path: string | undefined): void => {
  const before = useRef(path);
  useEffect(() => {
    const isFirst = before.current === undefined || before.current === path;
    before.current = path;
    if (isFirst || main.current?.contains(document.activeElement)) return;
    main.current?.focus({ preventScroll: true });
  }, [main, path]);
};
