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
