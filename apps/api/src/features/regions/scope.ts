import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@qingshan/domain';
import { Regions } from './regions';

/** The one place that says which divisions a person reaches (rule 4 of the design). Every query on mines asks here. */
@Injectable()
export class Scope {
  constructor(@Inject(Regions) private readonly regions: Regions) {}

  /** Codes within reach, narrowed to the wanted divisions if there are any; null where nothing bounds the query. */
  codes(actor: Actor, wanted?: readonly string[]): string[] | null {
    const { tree } = this.regions;
    const whole = tree.find(actor.regionCode)?.parentCode === null;
    if (whole && !wanted) return null;
    const reach = new Set(tree.withDescendants(actor.regionCode));
    if (!wanted) return [...reach];
    // A code that was replaced stands for the one that took over: old links and ledgers still name it.
    const asked = wanted.map((code) => tree.current(code)?.code ?? code);
    return [...new Set(asked.flatMap((code) => tree.withDescendants(code)))].filter(
      (code) => whole || reach.has(code),
    );
  }

  reaches(actor: Actor, regionCode: string): boolean {
    return this.regions.tree.contains(actor.regionCode, regionCode);
  }
}
