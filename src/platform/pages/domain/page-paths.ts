interface Node<Found> {
  readonly next: Map<string, Node<Found>>;
  /** Below a parameter. */
  any?: Node<Found>;
  found?: Found;
}

const emptyNode = <Found>(): Node<Found> => ({ next: new Map<string, Node<Found>>() });

const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Finds pages by their paths, words before parameters: /presse/archiv before /presse/:slug. */
export class PagePaths<Found> {
  private readonly root = emptyNode<Found>();

  /** @param path as a route: `/betriebe/:slug` */
  add(path: string, found: Found): void {
    let node = this.root;
    for (const segment of segmentsOf(path)) {
      const known = segment.startsWith(':') ? node.any : node.next.get(segment);
      const below = known ?? emptyNode<Found>();
      if (segment.startsWith(':')) node.any = below;
      else node.next.set(segment, below);
      node = below;
    }
    node.found = found;
  }

  /** What is at a path as it is written in links. */
  at(path: string): Found | undefined {
    if (path !== '/' && (path.endsWith('/') || path.includes('//'))) return undefined;
    let nodes = [this.root];
    for (const segment of segmentsOf(path))
      nodes = nodes.flatMap(({ next, any }) => [next.get(segment), any].filter((node) => node !== undefined));
    return nodes.find(({ found }) => found !== undefined)?.found;
  }
}
