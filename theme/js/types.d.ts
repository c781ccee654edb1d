// Shapes shared by the scripts; for the type checker only, never served.

/** What scoring needs of an item. */
interface ScoredItem {
  id: string;
  objective: string;
  options: string[];
  key: string[];
}

interface ScoredQuiz {
  /** Percent of the points from which the quiz is passed. */
  cut_score: number;
  items: ScoredItem[];
  /** What is said to a result from a percentage upward. */
  bands: { from_percent: number; text: string }[];
}

interface Result {
  points: number;
  maximum: number;
  passed: boolean;
  /** Points between 0 and 1. */
  items: Record<string, { points: number; answered: boolean }>;
  /** Points got, points to get. */
  objectives: Record<string, [number, number]>;
  band: string;
}

interface QuizItem extends ScoredItem {
  hash: string;
  /** Several options may be chosen. */
  many: boolean;
}

/** The JSON block of a quiz's page; options are named by their place: a, b, c. */
interface QuizData extends ScoredQuiz {
  id: string;
  items: QuizItem[];
  /** The locale's decimal sign. */
  decimal: string;
  /** Sentences of hub/locales/LOCALE/quiz_says.yml. */
  says: Record<string, string>;
}

interface CheckIndicator {
  id: string;
  name: string;
  criterion: string;
  /** Of what points rest on; another hash: to be looked at again. */
  hash: string;
  /** The small step that the group's guide suggests. */
  step: string;
  /** Ids of the evidence that can be ticked. */
  evidence: string[];
}

/** The JSON block of a group's self-check. */
interface CheckData {
  set: string;
  group: string;
  group_name: string;
  rules: { maxima: [string, number | null][]; pass_mark: number | null; floor: number | null };
  /** The mark for difficult areas, where the set knows one. */
  difficult: number | null;
  /** The set fits the short code. */
  code: boolean;
  indicators: CheckIndicator[];
  /** Addresses of all groups' pages. */
  groups: Record<string, string>;
  /** Address of the form to fill; empty: there is none. */
  template: string;
  decimal: string;
  /** Sentences of hub/locales/LOCALE/self_check_says.yml. */
  says: Record<string, string>;
}

/** The JSON block of the officers' page. */
interface CollectData {
  set: string;
  groups: { id: string; name: string }[];
  /** Of each group's indicators, in order, what points rest on: another hash in a saved score is another question. */
  hashes: Record<string, string[]>;
  /** The set fits the short code. */
  coded: boolean;
  rules: { maxima: [string, number | null][]; pass_mark: number | null; floor: number | null };
  indicators: { id: string; name: string; teach: { title: string; url: string } }[];
  targets: { id: string; name: string; words: string; years: string }[];
  /** Addresses of the templates; empty: there is none. */
  docx: string;
  xlsx: string;
  decimal: string;
  /** Sentences of hub/locales/LOCALE/collect_says.yml. */
  says: Record<string, string>;
}
