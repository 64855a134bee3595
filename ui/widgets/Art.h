#pragma once

// The drawings live with the painters that the projector shares; the widgets find them here.
#include "ui/stage/Art.h"
