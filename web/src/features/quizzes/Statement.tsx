import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import type { QuestionBlock } from "@/api/types";
import { useTranslation } from "@/i18n/quizWords";
import { Formula } from "./Formula";
import { dataAddress } from "./model/image";
import classes from "./Statement.module.css";

/** Where the images of a statement are read: it depends on who looks. */
export type ImageSource = (file: string) => Promise<Blob>;

interface Props {
  blocks: readonly QuestionBlock[];
  images: ImageSource;
}

/** What a question asks: texts, images, pieces of code, formulas, in order. */
export function Statement({ blocks, images }: Props) {
  return (
    <div className={classes.statement}>
      {keyed(blocks).map(([key, block]) => (
        <Block key={key} block={block} images={images} />
      ))}
    </div>
  );
}

/** Parts have no ids of their own, and their order does not change while they are read. */
const keyed = (blocks: readonly QuestionBlock[]): [string, QuestionBlock][] =>
  blocks.map((block, place) => [`${place}-${block.type}`, block]);

function Block({ block, images }: { block: QuestionBlock; images: ImageSource }): ReactNode {
  switch (block.type) {
    case "text":
      return <p className={classes.text}>{block.text}</p>;
    case "code":
      return <Code language={block.language} text={block.text} />;
    case "formula":
      return <Formula tex={block.tex} />;
    case "image":
      return <Picture file={block.file_id} alt={block.alt} images={images} />;
  }
}

function Code({ language, text }: { language: string; text: string }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <figure className={classes.code} aria-labelledby={id}>
      <figcaption id={id}>
        {language === "" ? t("quizWord.code") : t("quizWord.codeIn", { language })}
      </figcaption>
      <pre>
        <code>{text}</code>
      </pre>
    </figure>
  );
}

interface PictureProps {
  file: string;
  alt: string;
  images: ImageSource;
}

function Picture({ file, alt, images }: PictureProps) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["quiz-image", file],
    queryFn: async () => dataAddress(await images(file)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.data) return <img src={query.data} alt={alt} className={classes.image} />;
  if (query.isError) {
    // What it shows is told all the same.
    return <Text c="dimmed">{t("quizWord.imageMissing", { alt })}</Text>;
  }
  return <Skeleton height={160} role="img" aria-label={t("state.loading")} />;
}
