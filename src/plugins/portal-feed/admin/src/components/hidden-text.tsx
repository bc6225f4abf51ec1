import type { ReactNode } from 'react';

// Like the design system's VisuallyHidden, which does not accept a role.
const HIDDEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** For screen readers only. */
export function HiddenText({ role, children }: { role?: string; children: ReactNode }) {
  return (
    <span role={role} style={HIDDEN}>
      {children}
    </span>
  );
}
