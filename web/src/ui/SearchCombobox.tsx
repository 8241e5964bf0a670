import { Combobox, Loader, TextInput, useCombobox, VisuallyHidden } from "@mantine/core";
import { type Ref, useEffect } from "react";
import { type Translate, useTranslation } from "@/i18n";
import { Icon } from "./Icon";
import classes from "./SearchCombobox.module.css";

export interface Suggestion {
  code: string;
  label: string;
  /** A second line: the words that matched, the domain, the kind. */
  hint?: string | null;
  /** Shown but not to be chosen, with the reason as hint. */
  disabled?: boolean;
}

interface Props {
  label: string;
  hideLabel?: boolean;
  description?: string;
  placeholder: string;
  words: string;
  onWords: (words: string) => void;
  suggestions: Suggestion[];
  loading: boolean;
  /** Replaces the list when it failed. */
  failure?: string | null;
  onPick: (suggestion: Suggestion) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** A key that leads here, drawn at the right of the field. */
  shortcut?: string;
  /** Stands in a dialog, which the list must not leave. */
  inDialog?: boolean;
}

/** The list is drawn in the main landmark of the page, above what would clip it. */
const PORTAL = { target: "#contenu" };

/** A text field that suggests as one types: arrows to move, Enter to choose, Escape to close. */
export function SearchCombobox(props: Props) {
  const { label, words, onWords, suggestions, loading, failure, onPick, shortcut } = props;
  const { t } = useTranslation();
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() });
  const typed = words.trim() !== "";
  const status = failure ?? (loading ? t("picker.searching") : count(t, suggestions.length));

  // The first suggestion is ready under Enter as soon as it arrives.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list decides, not the store
  useEffect(() => {
    if (store.dropdownOpened && typed && suggestions.length > 0) store.selectFirstOption();
  }, [suggestions]);

  const pick = (code: string) => {
    const picked = suggestions.find((suggestion) => suggestion.code === code);
    if (!picked || picked.disabled) return;
    onPick(picked);
    onWords("");
    store.closeDropdown();
  };

  return (
    <Combobox
      store={store}
      onOptionSubmit={pick}
      shadow="md"
      offset={4}
      withinPortal={!props.inDialog}
      portalProps={PORTAL}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={props.inputRef}
          label={props.hideLabel ? undefined : label}
          aria-label={props.hideLabel ? label : undefined}
          description={props.description}
          placeholder={props.placeholder}
          size="md"
          leftSection={<Icon name="search" />}
          rightSection={
            loading && typed ? <Loader size={16} /> : shortcut ? <Shortcut text={shortcut} /> : null
          }
          value={words}
          maxLength={120}
          onChange={(event) => {
            onWords(event.currentTarget.value);
            store.openDropdown();
          }}
          onFocus={() => typed && store.openDropdown()}
          onBlur={() => store.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!typed}>
        <Combobox.Options aria-label={label} mah={320} className={classes.options}>
          {suggestions.map((suggestion) => (
            <Combobox.Option
              key={suggestion.code}
              value={suggestion.code}
              disabled={suggestion.disabled ?? false}
              aria-disabled={suggestion.disabled || undefined}
            >
              <span className={classes.label}>{suggestion.label}</span>
              {suggestion.hint ? <span className={classes.hint}>{suggestion.hint}</span> : null}
            </Combobox.Option>
          ))}
          {suggestions.length === 0 ? <Combobox.Empty>{status}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
      <VisuallyHidden role="status">{typed ? status : ""}</VisuallyHidden>
    </Combobox>
  );
}

function count(t: Translate, found: number): string {
  return found === 0 ? t("picker.none") : t("picker.found", { count: found });
}

function Shortcut({ text }: { text: string }) {
  return (
    <span className={classes.key} aria-hidden="true">
      {text}
    </span>
  );
}
