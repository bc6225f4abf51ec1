import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';

type Close = { readonly onClose: () => void };

/**
 * The content of an action's dialog, with a stable identity as long as the action exists. Strapi uses a function as a
 * component: a new one on each render would be mounted again and lose what was typed into it.
 */
export function useDialog(render: (onClose: () => void) => ReactNode): (props: Close) => ReactNode {
  const latest = useRef(render);
  useLayoutEffect(() => {
    latest.current = render;
  });
  return useCallback(({ onClose }: Close) => latest.current(onClose), []);
}
