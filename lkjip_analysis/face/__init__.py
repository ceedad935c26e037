"""The public face: what ``import lkjip_analysis as lk`` gives an analyst."""
