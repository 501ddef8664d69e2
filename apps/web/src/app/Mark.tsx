/** Alur's mark: a stream on its way through three points. */
export const Mark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
    <rect width="32" height="32" rx="8" fill="#1f3a6b" />
    <path d="M7 22c5 0 5-12 9-12s4 12 9 12" fill="none" stroke="#f2b33d" strokeWidth="3" strokeLinecap="round" />
    <circle cx="16" cy="10" r="2.6" fill="#fff" />
  </svg>
);
