import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';

type Close = { readonly onClose: () => void };

/**
 * The content of an action's dialog, the same component for as long as the action is there. Strapi takes a function for
 * a component: a new one at each rendering would begin anew, and what was typed into it would be gone.
 */
export function useDialog(render: (onClose: () => void) => ReactNode): (props: Close) => ReactNode {
  const latest = useRef(render);
  useLayoutEffect(() => {
    latest.current = render;
  });
  return useCallback(({ onClose }: Close) => latest.current(onClose), []);
}
