"""Common forenames of people in the United Kingdom, to know a single name for a person's."""

from __future__ import annotations

_LISTED = """
adam adrian alan alex alice alison allan amanda amy andrea andrew andy angela anita ann anna anne anthony arthur
barbara barry ben beth brian bruce carl carol caroline catherine charles charlotte chris christine christopher
claire clare clive colin craig daniel dave david dawn dean deborah denise derek diane donna dorothy duncan ed
edward eileen elaine eleanor elizabeth ellen emily emma eric fiona frances frank fred gareth gary gavin geoff
george gerald gillian glenn gordon graham grahame greg hannah harry hazel heather helen henry hilary howard hugh
ian irene jack jackie jacqueline james jan jane janet jason jayne jean jennifer jenny jeremy jessica jill jim jo
joan joanna joanne joe john jon jonathan joseph joyce judith judy julia julian julie karen karl kate katherine
kathryn katie keith kelly ken kenneth kerry kevin kim laura lauren lee leigh leon les lesley lewis liam linda
lindsay lisa liz louise lucy luke lynn lynne malcolm marcus margaret maria marie marion mark martin mary matt
matthew maureen megan mel melanie michael michelle mick mike mohammed neil nicholas nick nicola nigel norman
oliver olivia pam pamela pat patricia patrick paul pauline penny peter phil philip rachel ralph ray raymond
rebecca richard rob robert robin roger ron rosanna rosemary ross roy russell ruth ryan sally sam samantha samuel
sandra sarah scott sean sharon sheila shirley simon sophie stella stephanie stephen steve steven stewart stuart
sue suki susan suzanne sylvia tara terry theresa thomas tim tina tom tony tracey tracy trevor valerie vanessa vera
victoria vincent wayne wendy will william yvonne zoe
aaron abdul abigail ahmed aidan aisha alun amara amina amir amit andrzej aneurin angus anil anjali anwen arjun asha
ashley asif ayesha bethan bronwen bryn callum carys ceri charlie chloe ciara conor dafydd damian darren deepak
delyth dewi duncan dylan eamonn eirian eleri elin emyr ewan farah fatima ffion finlay geraint glyn gwen gwyn gwyneth
habib hamish harriet hassan heledd hywel ibrahim ieuan ifan imran ioan iwan jagdeep jasmine jasvinder javed jayesh
joshua kamal kavita keiran kieran kiran kwame leila lowri mair manjit mari meera mehmet meinir mohamed mohammad
muhammad nadia naomi nasreen natalie natasha nerys niamh nia olga olwen osian owain patrice pawel piotr priti priya
rajesh raj rahul rashid ravi rebekah reena rhian rhiannon rhodri rhys rukhsana saima salma samir sanjay shabana
shannon shaun sian siobhan siobhán siân sioned sunil sunita suresh syed tanya tariq tomasz tomos usha vijay vikram
yasmin yusuf zainab zara
"""
FORENAMES = frozenset(_LISTED.split())
