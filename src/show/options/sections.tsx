import type { ComponentChild } from 'preact';
import type { Key } from '../text.ts';
import { Baselines } from './Baselines.tsx';
import { Contradictions } from './Contradictions.tsx';
import { Costs } from './Costs.tsx';
import { Crms } from './Crms.tsx';
import { Currency } from './Currency.tsx';
import { DataSheet } from './DataSheet.tsx';
import { Forget } from './Forget.tsx';
import { Goal } from './Goal.tsx';
import { Hours } from './Hours.tsx';
import { Import } from './Import.tsx';
import { Kept } from './Kept.tsx';
import { Me, Team } from './Me.tsx';
import { Notices } from './Notices.tsx';
import { Pause } from './Pause.tsx';
import { Person } from './Person.tsx';
import { Problems } from './Problems.tsx';
import { Rubric } from './Rubric.tsx';
import { Rules } from './Rules.tsx';
import { Samples } from './Samples.tsx';
import { Screen } from './Screen.tsx';
import { Sources } from './Sources.tsx';
import { Stages } from './Stages.tsx';
import { Strategies } from './Strategies.tsx';
import type { Stored } from './stored.ts';
import { Targets } from './Targets.tsx';
import { Thresholds } from './Thresholds.tsx';

export interface Section {
  /** As it stands in the address. */
  id: string;
  name: Key;
  draw: (stored: Stored) => ComponentChild;
}

export const SECTIONS: readonly Section[] = [
  {
    id: 'you',
    name: 'section_you',
    draw: ({ settings, people, seen }) => {
      const known = [...new Set([...people, ...(seen?.owners ?? [])])].sort((a, b) => a.localeCompare(b));
      return (
        <>
          <Me names={settings.me?.names ?? []} seen={known} />
          <Team names={settings.team?.names ?? []} seen={known} />
        </>
      );
    },
  },
  { id: 'crms', name: 'section_crms', draw: ({ origins }) => <Crms origins={origins} /> },
  { id: 'hours', name: 'hours', draw: ({ settings }) => <Hours settings={settings} /> },
  {
    id: 'leads',
    name: 'section_leads',
    draw: ({ settings, seen }) => (
      <>
        <Sources settings={settings} seen={seen?.sources ?? []} />
        <Rules settings={settings} />
      </>
    ),
  },
  {
    id: 'stages',
    name: 'section_stages',
    draw: ({ settings, seen }) => <Stages settings={settings} seen={seen?.stages} />,
  },
  { id: 'targets', name: 'section_targets', draw: ({ settings }) => <Targets settings={settings} /> },
  { id: 'baselines', name: 'section_baselines', draw: ({ settings }) => <Baselines settings={settings} /> },
  {
    id: 'money',
    name: 'section_money',
    draw: ({ settings, seen }) => (
      <>
        <Currency settings={settings} seen={seen?.currencies ?? []} />
        <Goal settings={settings} reps={seen?.owners ?? []} />
        <Costs settings={settings} reps={seen?.owners ?? []} />
      </>
    ),
  },
  {
    id: 'coaching',
    name: 'section_coaching',
    draw: ({ settings }) => (
      <>
        <Thresholds settings={settings} />
        <Rubric settings={settings} />
      </>
    ),
  },
  {
    id: 'screen',
    name: 'section_screen',
    draw: ({ settings }) => (
      <>
        <Screen settings={settings} />
        <Notices settings={settings} />
      </>
    ),
  },
  {
    id: 'import',
    name: 'section_import',
    draw: ({ settings, sightings }) => (
      <Import settings={settings} orgs={[...new Set(sightings.map(({ org }) => org))].sort()} />
    ),
  },
  {
    id: 'privacy',
    name: 'section_privacy',
    draw: ({ settings, seen }) => (
      <>
        <Pause settings={settings} />
        <Kept settings={settings} counts={seen?.counts} />
        <Person me={settings.me?.names ?? []} />
        <Forget />
      </>
    ),
  },
  { id: 'data-sheet', name: 'data_sheet', draw: (stored) => <DataSheet {...stored} /> },
  {
    id: 'health',
    name: 'section_health',
    draw: ({ problems, contradictions, sightings, origins }) => (
      <>
        <Problems problems={problems} />
        <Contradictions contradictions={contradictions} />
        <Strategies sightings={sightings} />
        <Samples origins={origins} />
      </>
    ),
  },
];
