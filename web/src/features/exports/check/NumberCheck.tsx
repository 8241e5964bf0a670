import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { CheckedNumber } from "@/api/types";
import { useTranslation } from "@/i18n/passportCheck";
import { formatDateShort } from "@/lib/days";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../Exports.module.css";
import { pasted } from "./number";
import { checkNumber } from "./queries";
import { StandingNotice } from "./StandingNotice";

interface Props {
  /** As the address gives them; empty where it does not. */
  number: string;
  code: string;
}

/** Whether an export still holds, by its number and its code. Nothing is said of what it holds. */
export function NumberCheck(props: Props) {
  const { t } = useTranslation();
  const [number, setNumber] = useState(props.number);
  const [code, setCode] = useState(props.code);
  const [missing, setMissing] = useState(false);
  const { mutate, ...run } = useMutation({
    mutationFn: (asked: Props) => checkNumber(asked.number, asked.code),
  });
  const asked = useRef(false);
  // Whoever scanned the QR code has nothing to type.
  useEffect(() => {
    if (asked.current || !props.number || !props.code) return;
    asked.current = true;
    mutate({ number: props.number, code: props.code });
  }, [props.number, props.code, mutate]);

  const type = (text: string) => {
    const both = pasted(text);
    setNumber(both?.number ?? text);
    if (both) setCode(both.code);
  };

  return (
    <Panel labelledBy="numero">
      <Stack>
        <div>
          <Title order={2} id="numero">
            {t("passportCheck.byNumber")}
          </Title>
          <Text c="dimmed" mt={4} maw="64ch">
            {t("passportCheck.byNumberHelp")}
          </Text>
        </div>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const faulty = number.trim() === "" || code.trim() === "";
            setMissing(faulty);
            if (!faulty) mutate({ number: number.trim(), code: code.trim() });
          }}
        >
          <Stack>
            <TextInput
              label={t("passportCheck.number")}
              placeholder="P-2026-7F3KQ-9XDTA"
              required
              autoComplete="off"
              spellCheck={false}
              error={missing && number.trim() === "" ? t("form.required") : null}
              value={number}
              onChange={(event) => type(event.currentTarget.value)}
            />
            <TextInput
              label={t("passportCheck.code")}
              description={t("passportCheck.codeHelp")}
              required
              autoComplete="off"
              spellCheck={false}
              error={missing && code.trim() === "" ? t("form.required") : null}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={run.isPending}>
                {t("passportCheck.check")}
              </Button>
            </Group>
          </Stack>
        </form>
        {run.error ? <ProblemNotice error={run.error} /> : null}
        {run.data ? <Result checked={run.data} /> : null}
      </Stack>
    </Panel>
  );
}

function Result({ checked }: { checked: CheckedNumber }) {
  const { t } = useTranslation();
  const { number, issued_on: day, issuer, sha256 } = checked;
  return (
    <Stack gap="sm">
      <StandingNotice standing={checked.standing} />
      {number ? (
        <Facts
          facts={[
            [t("passportCheck.number"), number],
            [t("passportCheck.issued"), day ? formatDateShort(day) : ""],
            [t("passportCheck.issuer"), issuer ?? ""],
          ]}
        />
      ) : null}
      {sha256 ? (
        <div>
          <Text size="sm" c="dimmed">
            {t("passportCheck.fingerprint")}
          </Text>
          <code className={classes.code}>{sha256}</code>
        </div>
      ) : null}
    </Stack>
  );
}
