// The ways to questions and quizzes, whosever they are.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import type { Owner } from "./owner";

interface Props {
  owner: Owner;
  className?: string;
  children: ReactNode;
}

export function QuestionLink({ owner, question, ...rest }: Props & { question: string }) {
  const { organisation } = owner;
  return organisation === null ? (
    <Link to={paths.companyQuestion} params={{ question }} {...rest} />
  ) : (
    <Link to={paths.question} params={{ organisation, question }} {...rest} />
  );
}

export function QuizLink({ owner, quiz, ...rest }: Props & { quiz: string }) {
  const { organisation } = owner;
  return organisation === null ? (
    <Link to={paths.companyQuiz} params={{ quiz }} {...rest} />
  ) : (
    <Link to={paths.quiz} params={{ organisation, quiz }} {...rest} />
  );
}

interface RevisionProps extends Props {
  quiz: string;
  number: number;
}

export function RevisionLink({ owner, quiz, number: revision, ...rest }: RevisionProps) {
  const { organisation } = owner;
  const number = String(revision);
  return organisation === null ? (
    <Link to={paths.companyQuizRevision} params={{ quiz, number }} {...rest} />
  ) : (
    <Link to={paths.quizRevision} params={{ organisation, quiz, number }} {...rest} />
  );
}
