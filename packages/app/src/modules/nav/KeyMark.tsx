/** The portal's mark: a key whose bow is a ring and whose bit has three teeth, one per environment. */
export function KeyMark() {
  return (
    <svg
      width="32"
      height="32"
      viewBox="0 0 32 32"
      aria-hidden
      focusable="false"
    >
      <g fill="none" stroke="#f4a43c" strokeWidth="3" strokeLinecap="round">
        <circle cx="9.5" cy="16" r="6" />
        <path d="M15.5 16H29M20.5 16v5M24.75 16v5M29 16v5" />
      </g>
    </svg>
  );
}
