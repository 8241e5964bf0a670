import { Results } from "@/features/quizzes/Results";
import { SessionQuizFrame } from "./SessionQuizFrame";

/** The results of a quiz of a session. */
export function SessionQuizPage() {
  return (
    <SessionQuizFrame>
      {(place, writes) => <Results place={place} writes={writes} />}
    </SessionQuizFrame>
  );
}
