import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@qingshan/domain';
import { ReviewsQueries } from '../reviews/reviews.queries';
import { EscalationsQueries } from '../today/escalations.queries';
import { TodayQueries } from '../today/today.queries';
import type { DigestItem, DigestSection } from './digest';

const SHOWN = 5;

/** What a person would see on their own pages today, by the same questions and within the same reach. */
@Injectable()
export class GatherDigest {
  constructor(
    @Inject(TodayQueries) private readonly today: TodayQueries,
    @Inject(ReviewsQueries) private readonly reviews: ReviewsQueries,
    @Inject(EscalationsQueries) private readonly escalations: EscalationsQueries,
  ) {}

  async run(actor: Actor): Promise<DigestSection[]> {
    const sections = actor.role === 'official' ? await this.owed(actor) : await this.decided(actor);
    return sections.filter(({ total }) => total > 0);
  }

  private async owed(actor: Actor): Promise<DigestSection[]> {
    const { groups } = await this.today.read(actor);
    return groups.map(({ group, total, items }) => ({
      part: group,
      total,
      items: items.slice(0, SHOWN).map((item) => ({ ...item, path: `/mines/${item.mineId}` })),
    }));
  }

  private async decided(actor: Actor): Promise<DigestSection[]> {
    const { total, rows } = await this.reviews.list(actor, { show: 'mine', page: 1, pageSize: SHOWN });
    const { waiting, overdue } = await this.escalations.read(actor);
    const submitted = (row: Omit<DigestItem, 'path' | 'dueOn'>, id: number, dueOn: string | null) => ({
      ...row,
      dueOn,
      path: `/reviews?show=all&open=${id}`,
    });
    return [
      { part: 'reviews', total, items: rows.map((row) => submitted(row, row.id, null)) },
      {
        part: 'lateReviews',
        total: waiting.total,
        items: waiting.items.slice(0, SHOWN).map((row) => submitted(row, row.submissionId, row.dueOn)),
      },
      {
        part: 'lateStages',
        total: overdue.total,
        items: overdue.items.slice(0, SHOWN).map((row) => ({ ...row, path: `/mines/${row.mineId}` })),
      },
    ];
  }
}
