import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LARGEST_BOUNDARY_BYTES, type CallOf, type mapRoutes } from '@qingshan/contracts';
import { readBoundaries, type Boundaries, type BoundaryReason } from '@qingshan/domain';
import type { Caller } from '../../platform/http/caller';
import type { UploadedFile } from '../../platform/http/read-call';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { KeepMapSource } from './keep-map-source';

/** Loads the official boundaries. Of what the file holds only the outlines of our own divisions are kept. */
@Injectable()
export class SetBoundaries {
  constructor(
    @Inject(Regions) private readonly regions: Regions,
    @Inject(KeepMapSource) private readonly keep: KeepMapSource,
  ) {}

  run(
    caller: Caller,
    file: UploadedFile,
    review: CallOf<typeof mapRoutes.setBoundaries>['query'],
  ): Promise<void> {
    if (file.bytes.length > LARGEST_BOUNDARY_BYTES)
      throw refused('file-refused', { why: 'too-large', limit: LARGEST_BOUNDARY_BYTES });
    const { areas, points, leftOut } = this.read(file.bytes);
    const facts = {
      fileName: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      areas: areas.length,
      points,
      leftOut,
    };
    return this.keep.set(caller, {
      kind: 'boundaries',
      ...review,
      subject: file.name,
      facts,
      areas: JSON.stringify(areas),
    });
  }

  private read(bytes: Buffer): Boundaries {
    if (bytes.length === 0) throw whyNot('empty');
    const read = readBoundaries(jsonIn(bytes), this.regions.tree);
    if (typeof read === 'string') throw whyNot(read);
    return read;
  }
}

const whyNot = (why: BoundaryReason) => refused('file-refused', { why });

/** Strictly UTF-8, with or without its mark; nested a million deep is as damaged as a missing bracket. */
const jsonIn = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw whyNot('damaged');
  }
};
