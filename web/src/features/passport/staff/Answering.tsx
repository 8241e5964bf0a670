import { Button } from "@mantine/core";
import { useState } from "react";
import { ILLEGAL } from "@/api/problem";
import { useTranslation } from "@/i18n/validationDesk";
import { ReplyForm } from "../entry/ReplyForm";
import classes from "../Passport.module.css";
import { useDesk } from "../staffQueries";

interface Props {
  organisation: string;
  reply: string;
  /** Who said it. */
  name: string;
}

/** Answers somebody in the name of the organisation, once. */
export function Answering({ organisation, reply, name }: Props) {
  const { t } = useTranslation();
  const { answer, renew } = useDesk(organisation);
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.below}>
      {open ? (
        <ReplyForm
          label={t("replying.answer")}
          help={t("replying.answerHelp")}
          send={(text) => answer(reply, text)}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
          onProblem={({ code }) => {
            // A colleague answered: what they said takes the place of this form.
            if (code === ILLEGAL) void renew();
            return false;
          }}
        />
      ) : (
        <Button
          variant="default"
          size="sm"
          aria-label={t("replying.openTo", { name })}
          onClick={() => setOpen(true)}
        >
          {t("replying.open")}
        </Button>
      )}
    </div>
  );
}
