import type { Random } from './random';
import type { SeedCity } from './city';
import { COMMON_CATEGORIES } from './vocabulary';

/** Draws leaf categories: common ones by weight, and one in ten evenly from all others. */
export function categoryLottery({
  categories,
}: Pick<SeedCity, 'categories'>): (random: Random) => SeedCity['categories'][number] {
  const leaves = categories.filter(({ parent }) => parent !== null);
  const common = leaves.filter(({ slug }) => slug in COMMON_CATEGORIES);
  const rare = leaves.filter(({ slug }) => !(slug in COMMON_CATEGORIES));
  const tickets = common.flatMap((category) =>
    Array.from({ length: COMMON_CATEGORIES[category.slug] ?? 0 }, () => category),
  );
  return (random) => (random.chance(0.1) ? random.pick(rare) : random.pick(tickets));
}
