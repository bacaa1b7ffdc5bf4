import { z } from 'zod';
import { problem } from './http/problem';
import type { Route } from './http/route';
import { ALL_ROUTES, type Feature } from './routes';

type Json = Record<string, unknown>;

/** What each group of routes is about: a new feature without a line here does not compile. */
const TAGS: Record<Feature, string> = {
  session: 'Signing in and out, and one’s own password',
  regions: 'The administrative divisions that everything is booked on',
  mines: 'The ledger: each mine with patches, gate, moves and history',
  steps: 'Steps of each stage with planned, forecast and actual day; pauses',
  documents: 'Documents and photos in the file of a mine: what its gates ask for',
  reviewRoutes: 'Whose hands each stage goes through, by division',
  corrections: 'Changes of what was accepted: proposed with a reason, confirmed by a second person',
  delegations: 'Reviewing handed on for a while, and in whose name somebody decides',
  reviews: 'Stages submitted for review: frozen, climbing the tree, approved or returned',
  today: 'The work of the day, for the county’s official',
  reminders: 'What is owed, told by mail: how often, and what became of it',
  bulk: 'The same facts for many mines at once, looked at first and taken back if wrong',
  views: 'Filters of the ledger kept under a name',
  figures: 'Counts and areas by stage and division, as of any day',
  lookback: 'What was learned since a moment, and what was told late',
  map: 'The mines on a map, and the boundaries and basemap under them',
  exports: 'Files of exactly what a filter shows, each recorded with its hash',
  imports: 'Ledgers read in: mapping, dry run, and the job that writes',
  people: 'Accounts, for the security administrator',
  trail: 'Who did what, for the audit administrator',
  system: 'Health, version and jobs',
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  return json;
};

/** A record whose keys are a closed list, told as the properties it has: that is what a reader looks for. */
const withProperties = (node: Json): Json => {
  const { propertyNames, additionalProperties, ...rest } = node;
  const keys = (propertyNames as { enum?: string[] } | undefined)?.enum;
  return keys
    ? { ...rest, properties: Object.fromEntries(keys.map((key) => [key, additionalProperties])) }
    : node;
};

/** Moves the schemas that zod collected under `$defs` to the document's components and points the references there. */
const liftDefinitions = (json: Json, components: Json): Json => {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const lifted: Json = {};
    for (const [key, value] of Object.entries(withProperties(node as Json))) {
      if (key === '$defs')
        for (const [name, schema] of Object.entries(value as Json)) components[name] ??= walk(schema);
      else if (key === '$ref') lifted.$ref = String(value).replace('#/$defs/', '#/components/schemas/');
      else if (key !== 'id' || typeof value !== 'string') lifted[key] = walk(value);
    }
    return lifted;
  };
  return walk(json) as Json;
};

const parameters = (schema: z.ZodObject | undefined, place: 'path' | 'query', components: Json) => {
  if (!schema) return [];
  const { properties = {}, required = [] } = liftDefinitions(schemaOf(schema, 'input'), components) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...value }]) => ({
    name,
    in: place,
    description,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
};

const named = (schema: z.ZodType, io: 'input' | 'output', components: Json): Json => {
  const name = (schema.meta() as { id?: string } | undefined)?.id;
  const json = liftDefinitions(schemaOf(schema, io), components);
  if (!name) return json;
  components[name] ??= json;
  return { $ref: `#/components/schemas/${name}` };
};

const requestBody = (route: Route, components: Json): Json | undefined => {
  if (route.carries === 'upload')
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: { file: { type: 'string', format: 'binary' } },
          },
        },
      },
    };
  if (!route.body) return undefined;
  return {
    required: true,
    content: { 'application/json': { schema: named(route.body, 'input', components) } },
  };
};

const success = (route: Route, components: Json): Json => {
  if (route.status === 204) return { description: 'Done' };
  const schema = named(route.response, 'output', components);
  const type = route.carries === 'file' ? (route.media ?? 'text/csv') : 'application/json';
  return { description: route.summary, content: { [type]: { schema } } };
};

const operation = (name: string, route: Route, components: Json, problemReply: Json): Json => {
  const body = requestBody(route, components);
  return {
    operationId: name.replace(/\.(.)/, (_, first: string) => first.toUpperCase()),
    tags: [name.split('.')[0]],
    summary: route.summary,
    description:
      route.may === 'anyone'
        ? 'Open to anyone.'
        : route.may === 'self'
          ? 'Needs a session; concerns one’s own account.'
          : `Needs the right \`${route.may}\`.`,
    security: route.may === 'anyone' ? [] : [{ session: [] }],
    parameters: [
      ...parameters(route.params, 'path', components),
      ...parameters(route.query, 'query', components),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: {
      [String(route.status ?? 200)]: success(route, components),
      '4XX': problemReply,
      '5XX': problemReply,
    },
  };
};

/** The HTTP API as an OpenAPI 3.1 document, printed from the route table: there is no second description to keep. */
export const openApiDocument = (version: string): Json => {
  const components: Json = {};
  const problemReply = {
    description: 'A problem document (RFC 9457) with a stable code',
    content: { 'application/problem+json': { schema: named(problem, 'output', components) } },
  };
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(ALL_ROUTES)) {
    const path = `/api${route.path.replace(/:([a-zA-Z]+)/g, '{$1}')}`;
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operation(name, route, components, problemReply),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qingshan 青山',
      version,
      description: 'Tracks every abandoned mine through survey, planning, financing and completion.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qingshan-session' } },
    },
  };
};
