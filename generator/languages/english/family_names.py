"""Family names that many people share."""

from __future__ import annotations

from generator.languages.listed import word_set

# Family names that so many people share that one bearer in the corpus proves little: the commonest
# of the United States (census of 2010) and the United Kingdom, and those of
# `spelling.FAMILY_FIRST`, which are few for many people.
COMMON = word_set("""
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez
    gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris
    sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill
    flores green adams nelson baker hall rivera campbell mitchell carter roberts evans hughes
    edwards wood turner davies cooper ward morris murphy kelly khan singh patel ahmed ali
    hussain kim park choi wang li zhang liu chen yang huang zhao wu zhou ivanov petrov smirnov
    kuznetsov muller schmidt
""")
