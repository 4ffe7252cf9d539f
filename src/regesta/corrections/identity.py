"""Who or what words mean: one place in the text, or everywhere that the sources speak of the same."""

from dataclasses import replace

from regesta.corrections.bench import Bench, Refused
from regesta.corrections.entries import Correction
from regesta.model.entity import Coordinates, Entity, EntityKind, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.text import Span


def identify(bench: Bench, words: Span, correction: Correction) -> tuple[Id, ...]:
    """Ties words to whom they mean; the claims that this touches. Refused where the correction names nobody."""
    fields = correction.set
    mention = bench.mention_in(words)
    old = next((e for e in bench.entities if mention is not None and e.id == mention.entity), None)
    if fields.name is None and old is None:
        raise Refused("nobody is named there; set a name")
    kind = fields.kind or (old.kind if old else mention.kind if mention else "unknown")
    evidence = Evidence((words,), correction.rule)
    name = fields.name if fields.name is not None else old.name if old else ""
    target = _target(bench, name, kind, words, old if fields.everywhere else None, evidence)
    if fields.point is not None:
        target = replace(target, coordinates=Coordinates(*fields.point, correction.rule), evidence=evidence)
        _store(bench, target)
    if mention is None:
        sentence = bench.sentence_at(words)
        ident = stable_id("m", sentence.id, words.start - sentence.span.start, words.end - sentence.span.start)
        mention = Mention(ident, words, kind, "name", None, evidence)
        bench.mentions = (*bench.mentions, mention)
    moved = {mention.id}
    if fields.everywhere and old is not None:
        moved = {m.id for m in bench.mentions if m.entity == old.id}
    _move(bench, moved, old, target, evidence)
    touched = _recast(bench, words, old, target, everywhere=fields.everywhere)
    if old is not None:
        _forget(bench, old.id)
    return touched


def _target(
    bench: Bench, name: str, kind: EntityKind, words: Span, renamed: Entity | None, evidence: Evidence
) -> Entity:
    """Whoever has that name; else the old one under a new name (where it holds everywhere); else somebody new."""
    known = bench.named(name, words.document)
    fitting = [e for e in known if e.kind == kind] or ([] if renamed else known)
    if len(fitting) > 1:
        raise Refused(f'"{name}" names {len(fitting)} in the sources; give a fuller name')
    if fitting and (renamed is None or fitting[0].id != renamed.id):
        return fitting[0]
    if renamed is not None:
        names = tuple(dict.fromkeys((name, *renamed.names)))
        target = replace(renamed, name=name, names=names, kind=kind, evidence=evidence)
        bench.entities = tuple(
            replace(e, part_of=name) if e.part_of == renamed.name and e.id != renamed.id else e for e in bench.entities
        )
    else:
        target = Entity(stable_id("e", kind, name, evidence.rule), kind, name, (name,), (), evidence)
    _store(bench, target)
    return target


def _store(bench: Bench, entity: Entity) -> None:
    if any(e.id == entity.id for e in bench.entities):
        bench.entities = tuple(replace(entity, mentions=e.mentions) if e.id == entity.id else e for e in bench.entities)
    else:
        bench.entities = (*bench.entities, entity)


def _move(bench: Bench, moved: set[Id], old: Entity | None, target: Entity, evidence: Evidence) -> None:
    """The mentions now mean the target."""
    bench.mentions = tuple(
        replace(m, entity=target.id, kind=target.kind, evidence=evidence) if m.id in moved else m
        for m in bench.mentions
    )
    if old is not None and old.id == target.id:
        return
    names = old.names if old is not None and moved.issuperset(old.mentions) else ()
    first = next(e for e in bench.entities if e.id == target.id)  # one a source has the same id
    changed = []
    for entity in bench.entities:
        if entity is first:
            wanted = {*entity.mentions, *moved}
            mentions = tuple(m.id for m in bench.mentions if m.id in wanted)
            changed.append(replace(entity, mentions=mentions, names=tuple(dict.fromkeys((*entity.names, *names)))))
        elif moved.isdisjoint(entity.mentions):
            changed.append(entity)
        else:
            changed.append(replace(entity, mentions=tuple(i for i in entity.mentions if i not in moved)))
    bench.entities = tuple(changed)


def _forget(bench: Bench, old: Id) -> None:
    """Whoever is left without words and without a part goes."""
    if not any(r.entity == old for claim in bench.claims.values() for r in claim.roles):
        bench.entities = tuple(e for e in bench.entities if e.id != old or e.mentions)


def _recast(bench: Bench, words: Span, old: Entity | None, target: Entity, *, everywhere: bool) -> tuple[Id, ...]:
    """Participants of claims follow the words that name them."""
    before = old.id if old else None
    touched = []
    for claim in list(bench.claims.values()):
        roles = tuple(
            replace(r, entity=target.id)
            if r.entity == before and ((everywhere and old is not None) or r.span.overlaps(words))
            else r
            for r in claim.roles
        )
        concerned = any(r.entity == target.id and (r.span.overlaps(words) or everywhere) for r in roles)
        if roles != claim.roles:
            bench.put(replace(claim, roles=roles))
        if concerned:
            touched.append(claim.id)
    return tuple(touched)
