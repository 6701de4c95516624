-- Partners read why a family may be harder to find today; what was true on the day of the decision is the agency's own.
alter table child_shared drop column harder_at_decision;
