import { CRITERION_NAMES, PROBLEM_CODES } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { LEDGER_ENCODINGS, mappedColumn, importView, rowProblem, importRowView } from './import-views';
import { day, exactText, id, idText, paging, requiredText, stage } from './values';

export const ROWS_SHOWN = [
  'all',
  'problems',
  'error',
  'warning',
  'new',
  'changed',
  'unchanged',
  'unassigned',
  'duplicates',
  'lacking',
  'unwritten',
  'kept',
] as const;

const params = z.object({ id: idText });

export const importRoutes = {
  list: route('GET', '/imports', {
    summary: 'Imports made by oneself, newest first',
    may: 'import.make',
    query: z.strictObject(paging),
    response: z.object({ total: z.int(), imports: z.array(importView) }),
  }),
  upload: route('POST', '/imports', {
    summary:
      'Read a ledger (CSV, TSV or XLSX) and propose what its columns mean; nothing is written to mines',
    may: 'import.make',
    response: importView,
    status: 201,
    carries: 'upload',
  }),
  read: route('GET', '/imports/:id', {
    summary: 'One import',
    may: 'import.make',
    params,
    response: importView,
  }),
  rows: route('GET', '/imports/:id/rows', {
    summary: 'Rows of the dry run with every problem by row and column',
    may: 'import.make',
    params,
    query: z.strictObject({
      ...paging,
      show: z.enum(ROWS_SHOWN).default('all').meta({ description: 'Which rows' }),
      code: z.enum(PROBLEM_CODES).optional().meta({ description: 'Only rows with this problem' }),
    }),
    response: z.object({ total: z.int(), rows: z.array(importRowView) }),
  }),
  problems: route('GET', '/imports/:id/problems', {
    summary: 'Which problems the rows have, in which columns, and in how many rows each',
    may: 'import.make',
    params,
    response: z.object({
      problems: z.array(
        rowProblem.pick({ column: true, field: true, severity: true, code: true }).extend({ rows: z.int() }),
      ),
    }),
  }),
  check: route('PUT', '/imports/:id/mapping', {
    summary: 'Say what the columns mean and run the check over every row again; nothing is written to mines',
    may: 'import.make',
    params,
    body: z.strictObject({ columns: z.array(mappedColumn).max(512) }),
    response: importView,
  }),
  reading: route('PUT', '/imports/:id/reading', {
    summary:
      'Read the file again by another sheet, encoding or header row; confirms an encoding that was a guess',
    may: 'import.make',
    params,
    body: z.strictObject({
      sheet: exactText(255).optional(),
      encoding: z.enum(LEDGER_ENCODINGS).optional(),
      headerRow: z.int().min(1).max(400_000).optional(),
    }),
    response: importView,
  }),
  correct: route('PUT', '/imports/:id/cells', {
    summary: 'Put cells right without a new upload; every row is checked again',
    may: 'import.make',
    params,
    body: z.strictObject({
      cells: z
        .array(
          z.strictObject({
            row: z.int().min(1),
            column: z.int().min(0).max(511),
            value: exactText(2000),
          }),
        )
        .min(1)
        .max(200),
    }),
    response: importView,
  }),
  original: route('POST', '/imports/:id/original', {
    summary:
      'The file as it came, an XLSX as XLSX and a CSV in its encoding, with what is wrong beside each row; in the caller’s words',
    may: 'import.make',
    params,
    body: z.strictObject({
      errors: requiredText(60).meta({ description: 'Header of the column for what is wrong' }),
      warnings: requiredText(60).meta({ description: 'Header of the column for what is doubtful' }),
      colon: exactText(3).meta({ description: 'What stands between the place of a problem and the problem' }),
      problems: z
        .record(z.enum(PROBLEM_CODES), requiredText(400))
        .meta({ description: 'Each as a sentence' }),
      gate: requiredText(60).meta({
        description: 'Header of the column for what the gate of the stage lacks',
      }),
      met: requiredText(60).meta({ description: 'What is said of a mine that lacks nothing' }),
      criteria: z
        .record(z.enum(CRITERION_NAMES), requiredText(400))
        .meta({ description: 'What a gate asks for, each in words' }),
    }),
    response: z.string(),
    carries: 'file',
    media: 'application/octet-stream',
  }),
  undo: route('POST', '/imports/:id/undo', {
    summary:
      'Take the whole import back, as a job; a mine that was changed since stays as it is, and is listed',
    may: 'import.make',
    params,
    response: importView,
    status: 202,
  }),
  apply: route('POST', '/imports/:id/apply', {
    summary:
      'Write the rows that are right, each once, as a job: all of them or none, unless wrong rows are to be left out',
    may: 'import.make',
    params,
    body: z.strictObject({ effectiveOn: day, leaveOutErrors: z.boolean() }),
    response: importView,
    status: 202,
  }),
  cancel: route('POST', '/imports/:id/cancel', {
    summary: 'Stop: rows not yet written stay unwritten',
    may: 'import.make',
    params,
    response: importView,
  }),
};
