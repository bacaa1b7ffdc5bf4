/** Administrative divisions by GB/T 2260 code, and functional areas under a private code of their parent (practice.md §4.1). */
export const REGION_LEVELS = ['province', 'city', 'county', 'functional', 'unassigned'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** Six digits, and for a functional area or a waiting room two more signs after a dash. */
export const REGION_CODE = /^\d{6}(?:-[0-9A-Z]{2})?$/;

export interface Region {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: RegionLevel;
  readonly parentCode: string | null;
  /** Set for a code that has been replaced: ledgers still carry it, nothing new is booked on it. */
  readonly successorCode: string | null;
}

/** Where imported rows wait whose place is in no division, until the province assigns them (待定). */
export const UNASSIGNED_SUFFIX = '-00';

/** The tree of divisions, asked by everything that must know who is above or below whom. */
export class RegionTree {
  private readonly byCode = new Map<string, Region>();
  private readonly childrenOf = new Map<string, Region[]>();

  constructor(regions: readonly Region[]) {
    for (const region of regions) {
      this.byCode.set(region.code, region);
      if (region.successorCode !== null || region.parentCode === null) continue;
      const siblings = this.childrenOf.get(region.parentCode) ?? [];
      siblings.push(region);
      this.childrenOf.set(region.parentCode, siblings);
    }
  }

  find(code: string): Region | undefined {
    return this.byCode.get(code);
  }

  /** Regions that are in force, parents before children. */
  all(): Region[] {
    return [...this.byCode.values()].filter((region) => region.successorCode === null);
  }

  root(): Region | undefined {
    return this.all().find((region) => region.parentCode === null);
  }

  children(code: string): Region[] {
    return this.childrenOf.get(code) ?? [];
  }

  /** The region and everything below it, as codes. */
  withDescendants(code: string): string[] {
    return [code, ...this.children(code).flatMap((child) => this.withDescendants(child.code))];
  }

  /** From the region up to the province, itself first. */
  withAncestors(code: string): Region[] {
    const region = this.byCode.get(code);
    if (!region) return [];
    return region.parentCode === null ? [region] : [region, ...this.withAncestors(region.parentCode)];
  }

  contains(code: string, inner: string): boolean {
    return this.withAncestors(inner).some((region) => region.code === code);
  }

  /** The region in force that a code stands for today, following replacements. */
  current(code: string): Region | undefined {
    const region = this.byCode.get(code);
    return region?.successorCode ? this.current(region.successorCode) : region;
  }

  /** Where the province keeps mines whose place is not known yet. */
  unassigned(): Region | undefined {
    return this.all().find((region) => region.level === 'unassigned');
  }
}
